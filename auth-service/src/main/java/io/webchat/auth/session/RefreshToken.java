package io.webchat.auth.session;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the refresh cookie holds: {@code sessionId.secret}, the secret being 256 bits in base64url. */
record RefreshToken(String sessionId, String secret) {
    private static final Pattern FORM = Pattern.compile("([0-9a-f-]{36})\\.([A-Za-z0-9_-]{43})");

    static RefreshToken of(String sessionId, byte[] secret) {
        return new RefreshToken(
                sessionId, Base64.getUrlEncoder().withoutPadding().encodeToString(secret));
    }

    /** Empty if the text does not have the form of a token. */
    static Optional<RefreshToken> parse(@Nullable String text) {
        if (text == null) {
            return Optional.empty();
        }
        var parts = FORM.matcher(text);
        return parts.matches() ? Optional.of(new RefreshToken(parts.group(1), parts.group(2))) : Optional.empty();
    }

    String text() {
        return sessionId + "." + secret;
    }

    String hash() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(secretBytes()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** Compares in constant time. */
    boolean hasHash(@Nullable String hash) {
        return hash != null
                && MessageDigest.isEqual(
                        HexFormat.of().parseHex(hash), HexFormat.of().parseHex(hash()));
    }

    byte[] secretBytes() {
        return Base64.getUrlDecoder().decode(secret);
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "RefreshToken[" + sessionId + "]";
    }
}
