package io.webchat.support.token;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;

/**
 * Keys for purposes other than access tokens, derived from the one secret that an operator has to provide, by
 * HKDF-SHA256 (RFC 5869). Keys of different purposes tell nothing about each other.
 */
public final class DerivedKeys {
    private static final int KEY_BYTES = 32;

    private final byte[] secret;

    DerivedKeys(TokenProperties properties) {
        this.secret = properties.secretBytes();
    }

    /** The same key for the same purpose, in every service and after every restart. */
    public SecretKey forPurpose(String purpose) {
        var parameters = HKDFParameterSpec.ofExtract()
                .addIKM(secret)
                .thenExpand(("webchat/" + purpose).getBytes(UTF_8), KEY_BYTES);
        try {
            return KDF.getInstance("HKDF-SHA256").deriveKey("HmacSHA256", parameters);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK 25 has HKDF-SHA256", e);
        }
    }
}
