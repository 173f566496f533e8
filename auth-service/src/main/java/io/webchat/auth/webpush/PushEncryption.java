package io.webchat.auth.webpush;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.webchat.auth.session.PushSubscription;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.interfaces.ECPublicKey;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.KeyAgreement;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts for one browser (RFC 8291): {@code aes128gcm} (RFC 8188) in one record, under a key that a fresh pair of
 * keys agrees on with the browser's. Thread-safe.
 */
final class PushEncryption {
    /** What a push service has to take (RFC 8291, 4) leaves as much. */
    static final int LONGEST = 3_993;

    private static final int RECORD_SIZE = 4_096;
    private static final int SALT_BYTES = 16;
    private static final int TAG_BITS = 128;

    /** Ends the last record. */
    private static final byte END = 2;

    private final SecureRandom random = new SecureRandom();

    /** The body to send. Throws {@link IllegalArgumentException} if the text is too long, or the keys are none. */
    byte[] encrypt(byte[] text, PushSubscription to) {
        var salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return encrypt(text, to, P256.generate(), salt);
    }

    byte[] encrypt(byte[] text, PushSubscription to, KeyPair ours, byte[] salt) {
        if (text.length > LONGEST) {
            throw new IllegalArgumentException("text: " + text.length + " bytes (expected: <= " + LONGEST + ")");
        }
        var theirs = P256.publicKey(decoded(to.p256dh()));
        var ourPublic = P256.bytes((ECPublicKey) ours.getPublic());
        try {
            var agreement = KeyAgreement.getInstance("ECDH");
            agreement.init(ours.getPrivate());
            agreement.doPhase(theirs, true);
            var info = concat("WebPush: info\0".getBytes(US_ASCII), P256.bytes(theirs), ourPublic);
            var secret = derive(agreement.generateSecret(), decoded(to.auth()), info, 32);
            var key = derive(secret, salt, "Content-Encoding: aes128gcm\0".getBytes(US_ASCII), 16);
            var nonce = derive(secret, salt, "Content-Encoding: nonce\0".getBytes(US_ASCII), 12);
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
            var sealed = cipher.doFinal(concat(text, new byte[] {END}));
            return ByteBuffer.allocate(SALT_BYTES + Integer.BYTES + 1 + ourPublic.length + sealed.length)
                    .put(salt)
                    .putInt(RECORD_SIZE)
                    .put((byte) ourPublic.length)
                    .put(ourPublic)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK 25 has ECDH, HKDF-SHA256 and AES-GCM", e);
        }
    }

    private static byte[] derive(byte[] key, byte[] salt, byte[] info, int length) throws GeneralSecurityException {
        return KDF.getInstance("HKDF-SHA256")
                .deriveData(
                        HKDFParameterSpec.ofExtract().addIKM(key).addSalt(salt).thenExpand(info, length));
    }

    private static byte[] decoded(String text) {
        return Base64.getUrlDecoder().decode(text);
    }

    private static byte[] concat(byte[]... parts) {
        var length = 0;
        for (var part : parts) {
            length += part.length;
        }
        var all = ByteBuffer.allocate(length);
        for (var part : parts) {
            all.put(part);
        }
        return all.array();
    }
}
