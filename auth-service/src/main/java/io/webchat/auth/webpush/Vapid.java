package io.webchat.auth.webpush;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * How this server shows push services who it is (RFC 8292): a token for each call, signed with a key that browsers were
 * told when they subscribed. Without keys nobody subscribes and nobody is called. Thread-safe.
 */
@Component
class Vapid {
    private static final Duration VALID = Duration.ofHours(12);
    private static final String SIGNATURE = "SHA256withECDSAinP1363Format";

    private final WebPushProperties properties;
    private final JsonMapper json = new JsonMapper();
    private final Clock clock;
    private final @Nullable PrivateKey key;

    /** Throws if there are keys and they are no good. */
    Vapid(WebPushProperties properties, Clock clock) {
        this.properties = properties;
        this.clock = clock;
        this.key = properties.publicKey().isBlank() && properties.privateKey().isBlank() ? null : checked(properties);
    }

    /** What a browser has to know to subscribe; empty for no web push. */
    Optional<String> publicKey() {
        return key == null ? Optional.empty() : Optional.of(properties.publicKey());
    }

    /** The value of {@code Authorization} for a call. */
    String authorization(URI endpoint) {
        if (key == null) {
            throw new IllegalStateException("no keys (expected: nobody is called without)");
        }
        var claims = new LinkedHashMap<String, Object>();
        claims.put("aud", endpoint.getScheme() + "://" + endpoint.getRawAuthority());
        claims.put("exp", clock.instant().plus(VALID).getEpochSecond());
        claims.put("sub", properties.subject());
        var signed = encoded("{\"typ\":\"JWT\",\"alg\":\"ES256\"}".getBytes(UTF_8)) + "."
                + encoded(json.writeValueAsBytes(claims));
        return "vapid t=" + signed + "." + encoded(sign(signed, key)) + ", k=" + properties.publicKey();
    }

    private static PrivateKey checked(WebPushProperties properties) {
        var publicKey = read("WEB_PUSH_VAPID_PUBLIC_KEY", properties.publicKey(), P256::publicKey);
        var privateKey = read("WEB_PUSH_VAPID_PRIVATE_KEY", properties.privateKey(), P256::privateKey);
        if (!isPair(privateKey, publicKey)) {
            throw new UnusableVapidKeysException(
                    "WEB_PUSH_VAPID_PUBLIC_KEY and WEB_PUSH_VAPID_PRIVATE_KEY are not of one pair");
        }
        if (!properties.subject().matches("mailto:[^@\\s]+@[^@\\s]+|https://\\S+")) {
            throw new UnusableVapidKeysException(
                    "WEB_PUSH_VAPID_SUBJECT must be mailto:… or https://…, by which the operator can be reached");
        }
        return privateKey;
    }

    private static <K> K read(String variable, String text, Function<byte[], K> parse) {
        try {
            return parse.apply(Base64.getUrlDecoder().decode(text));
        } catch (IllegalArgumentException e) {
            throw new UnusableVapidKeysException(variable + " is no key of P-256 in base64url");
        }
    }

    private static boolean isPair(PrivateKey privateKey, PublicKey publicKey) {
        try {
            var verification = Signature.getInstance(SIGNATURE);
            verification.initVerify(publicKey);
            verification.update("pair".getBytes(UTF_8));
            return verification.verify(sign("pair", privateKey));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has ES256", e);
        }
    }

    private static byte[] sign(String text, PrivateKey key) {
        try {
            var signature = Signature.getInstance(SIGNATURE);
            signature.initSign(key);
            signature.update(text.getBytes(UTF_8));
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has ES256", e);
        }
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
