package io.webchat.support.consistency;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.webchat.domain.user.UserId;
import io.webchat.support.problem.ProblemException;
import io.webchat.support.problem.ProblemType;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.SecretKey;

/**
 * Writes and reads consistency tokens. Thread-safe, free of I/O.
 *
 * <p>Form: {@code base64url(payload) "." base64url(mac)}, where the payload is the epoch of the log followed by
 * {@code ;topic} for each topic with {@code ,partition=nextOffset} for each of its streams, and the MAC is the first 16
 * bytes of HMAC-SHA256 over a version, the user id and the payload. A topic is named once, so that a few tokens that
 * cover every stream there is fit into one header. The form is nobody's business but this class's.
 */
public final class ConsistencyTokens {
    /** The header of requests and answers. */
    public static final String HEADER = "Consistency-Token";

    static final int MAX_TOKENS = 8;
    static final int MAX_LENGTH = 4096;

    private static final int MAC_BYTES = 16;
    private static final String VERSION = "webchat-consistency-token-v2";

    private final SecretKey key;
    private final Supplier<String> epoch;

    /**
     * Makes the codec.
     *
     * @param key for HMAC-SHA256, used for nothing else
     * @param epoch the current epoch of the log, of characters other than {@code ;}
     */
    public ConsistencyTokens(SecretKey key, Supplier<String> epoch) {
        this.key = key;
        this.epoch = epoch;
    }

    /** Writes a token that only this user can use. */
    public String encode(UserId user, ConsistencyToken token) {
        var payload = new StringBuilder(epoch.get());
        var topic = "";
        for (var position : token.sorted().entrySet()) {
            var slash = position.getKey().lastIndexOf('/');
            if (!topic.equals(position.getKey().substring(0, slash))) {
                topic = position.getKey().substring(0, slash);
                payload.append(';').append(topic);
            }
            payload.append(',')
                    .append(position.getKey(), slash + 1, position.getKey().length());
            payload.append('=').append(position.getValue());
        }
        var bytes = payload.toString().getBytes(UTF_8);
        var base64 = Base64.getUrlEncoder().withoutPadding();
        return base64.encodeToString(bytes) + "." + base64.encodeToString(mac(user, bytes));
    }

    /**
     * Reads header values, each of which may hold several tokens separated by commas, into one token that covers all of
     * them. Tokens of another epoch of the log are ignored.
     *
     * @throws ProblemException of type {@code invalid-consistency-token} if one of them was not made for this user, or
     *     if there are more than 8 tokens or 4 KB
     */
    public ConsistencyToken decode(UserId user, Collection<String> headerValues) {
        if (headerValues.stream().mapToInt(String::length).sum() > MAX_LENGTH) {
            throw invalid("The consistency tokens are longer than " + MAX_LENGTH + " bytes.");
        }
        var tokens = headerValues.stream()
                .flatMap(value -> Arrays.stream(value.split(",", -1)))
                .map(String::strip)
                .filter(token -> !token.isEmpty())
                .toList();
        if (tokens.size() > MAX_TOKENS) {
            throw invalid("There are more than " + MAX_TOKENS + " consistency tokens.");
        }
        return tokens.stream()
                .map(token -> decode(user, token))
                .reduce(ConsistencyToken.EMPTY, ConsistencyToken::merge);
    }

    private ConsistencyToken decode(UserId user, String token) {
        try {
            var dot = token.indexOf('.');
            var payload = Base64.getUrlDecoder().decode(token.substring(0, dot));
            var mac = Base64.getUrlDecoder().decode(token.substring(dot + 1));
            if (!MessageDigest.isEqual(mac, mac(user, payload))) {
                throw notYours();
            }
            var parts = List.of(new String(payload, UTF_8).split(";"));
            return parts.getFirst().equals(epoch.get()) ? positions(parts) : ConsistencyToken.EMPTY;
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw notYours();
        }
    }

    private static ConsistencyToken positions(List<String> parts) {
        var positions = new TreeMap<String, Long>();
        for (var topic : parts.subList(1, parts.size())) {
            var streams = List.of(topic.split(","));
            for (var stream : streams.subList(1, streams.size())) {
                var equals = stream.indexOf('=');
                var name = streams.getFirst() + "/" + stream.substring(0, equals);
                positions.put(name, Long.parseLong(stream.substring(equals + 1)));
            }
        }
        return new ConsistencyToken(positions);
    }

    private byte[] mac(UserId user, byte[] payload) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            mac.update((VERSION + "\n" + user + "\n").getBytes(UTF_8));
            return Arrays.copyOf(mac.doFinal(payload), MAC_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }

    private static ProblemException notYours() {
        return invalid("The consistency token was not made for you, or was changed. Drop it and ask again.");
    }

    private static ProblemException invalid(String detail) {
        return new ProblemException(ProblemType.INVALID_CONSISTENCY_TOKEN, detail);
    }
}
