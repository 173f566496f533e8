package io.webchat.auth.session;

import io.webchat.support.token.DerivedKeys;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import org.springframework.stereotype.Component;

/**
 * Makes refresh tokens. The first of a session is random; each successor is HMAC-SHA256 of its predecessor under a key
 * of the server, so that whoever asks twice for the successor of one token gets the same one, though the store knows
 * neither. Nobody without the key can compute it.
 */
@Component
final class RefreshTokens {
    private static final int SECRET_BYTES = 32;

    private final SecretKey key;
    private final SecureRandom random = new SecureRandom();

    RefreshTokens(DerivedKeys keys) {
        this.key = keys.forPurpose("refresh-token-rotation");
    }

    RefreshToken first(String sessionId) {
        var secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        return RefreshToken.of(sessionId, secret);
    }

    RefreshToken successorOf(RefreshToken token) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return RefreshToken.of(token.sessionId(), mac.doFinal(token.secretBytes()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }
}
