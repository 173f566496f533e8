package io.webchat.projection.rebuild;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bson.Document;
import org.bson.json.JsonMode;
import org.bson.json.JsonWriterSettings;
import org.jspecify.annotations.Nullable;

/**
 * A hash of a set of documents: the sum of their SHA-256 hashes modulo 2^128, so it does not depend on the order in
 * which they are added, nor on that of their fields.
 */
final class ContentHash {
    private static final BigInteger MODULUS = BigInteger.ONE.shiftLeft(128);

    /** Numbers with their types, times with their milliseconds. */
    private static final JsonWriterSettings TYPED =
            JsonWriterSettings.builder().outputMode(JsonMode.EXTENDED).build();

    private BigInteger sum = BigInteger.ZERO;

    void add(Document document) {
        var text = new Document(canonical(document)).toJson(TYPED);
        sum = sum.add(new BigInteger(1, sha256().digest(text.getBytes(UTF_8)))).mod(MODULUS);
    }

    private static Map<String, @Nullable Object> canonical(Map<?, ?> document) {
        var sorted = new TreeMap<String, @Nullable Object>();
        document.forEach((field, value) -> sorted.put(String.valueOf(field), canonical(value)));
        return sorted;
    }

    private static @Nullable Object canonical(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Map<?, ?> document -> canonical(document);
            case List<?> list -> list.stream().map(ContentHash::canonical).toList();
            default -> value;
        };
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return "%032x".formatted(sum);
    }
}
