package io.webchat.backup.archive;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.crypto.tink.StreamingAead;
import com.google.crypto.tink.subtle.AesGcmHkdfStreaming;
import io.webchat.backup.BackupException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Encryption under a passphrase: Argon2id (RFC 9106, its second recommended choice: 64 MiB, three passes, four lanes)
 * makes a key for the files and one for the seal, and Tink's streaming AEAD encrypts each file in segments of 1 MiB
 * with AES-256-GCM under a key of the file's own. A segment that is changed, moved, missing or of another file is
 * noticed before anything of it is used.
 */
final class PassphraseEncryption implements Protection {
    private static final String CIPHER = "AES256-GCM-HKDF-1MB";
    private static final String KEY_DERIVATION = "Argon2id";
    private static final int SALT_BYTES = 16;
    private static final int KEY_BYTES = 32;
    private static final int SEGMENT_BYTES = 1 << 20;
    private static final int MEMORY_KIB = 64 * 1024;
    private static final int ITERATIONS = 3;
    private static final int PARALLELISM = 4;

    /** What a manifest may ask for at most: it is read before anything about it is known to be right. */
    private static final int MOST_MEMORY_KIB = 256 * 1024;

    private static final int MOST_ITERATIONS = 16;
    private static final int MOST_PARALLELISM = 16;

    private final Manifest.Encryption described;
    private final StreamingAead cipher;
    private final byte[] sealKey;

    private PassphraseEncryption(Manifest.Encryption described, byte[] keys) {
        this.described = described;
        this.sealKey = Arrays.copyOfRange(keys, KEY_BYTES, 2 * KEY_BYTES);
        try {
            this.cipher =
                    new AesGcmHkdfStreaming(Arrays.copyOf(keys, KEY_BYTES), "HmacSha256", KEY_BYTES, SEGMENT_BYTES, 0);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** For a new backup. */
    static PassphraseEncryption begin(char[] passphrase) {
        var salt = new byte[SALT_BYTES];
        new SecureRandom().nextBytes(salt);
        var keys = derive(passphrase, salt, MEMORY_KIB, ITERATIONS, PARALLELISM);
        var described = new Manifest.Encryption(
                CIPHER, KEY_DERIVATION, MEMORY_KIB, ITERATIONS, PARALLELISM, base64(salt), base64(check(keys)));
        return new PassphraseEncryption(described, keys);
    }

    /** For one that is there. Throws {@link BackupException} if the passphrase is not the one it was made with. */
    static PassphraseEncryption of(Manifest.Encryption described, char[] passphrase) {
        if (!described.cipher().equals(CIPHER)
                || !described.keyDerivation().equals(KEY_DERIVATION)
                || !isAtMost(MOST_MEMORY_KIB, described.memoryKib())
                || !isAtMost(MOST_ITERATIONS, described.iterations())
                || !isAtMost(MOST_PARALLELISM, described.parallelism())) {
            throw new BackupException("The backup is encrypted in a way that this version does not know: "
                    + described.keyDerivation() + ", " + described.cipher() + ".");
        }
        var keys = derive(
                passphrase,
                bytes(described.salt()),
                described.memoryKib(),
                described.iterations(),
                described.parallelism());
        if (!MessageDigest.isEqual(check(keys), bytes(described.check()))) {
            throw new BackupException("The passphrase is not the one that the backup was made with.");
        }
        return new PassphraseEncryption(described, keys);
    }

    private static boolean isAtMost(int most, int asked) {
        return asked >= 1 && asked <= most;
    }

    @Override
    public Manifest.Encryption described() {
        return described;
    }

    @Override
    public OutputStream protect(OutputStream to, String context) throws IOException {
        try {
            return cipher.newEncryptingStream(to, context.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public InputStream open(InputStream from, String context) throws IOException {
        try {
            return cipher.newDecryptingStream(from, context.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public byte[] seal(byte[] manifest) {
        return hmac(sealKey, manifest);
    }

    private static byte[] derive(char[] passphrase, byte[] salt, int memoryKib, int iterations, int parallelism) {
        var generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(memoryKib)
                .withIterations(iterations)
                .withParallelism(parallelism)
                .withSalt(salt)
                .build());
        var keys = new byte[2 * KEY_BYTES];
        generator.generateBytes(passphrase, keys);
        return keys;
    }

    private static byte[] check(byte[] keys) {
        return Arrays.copyOf(
                hmac(Arrays.copyOfRange(keys, KEY_BYTES, 2 * KEY_BYTES), "passphrase".getBytes(US_ASCII)), SALT_BYTES);
    }

    private static byte[] hmac(byte[] key, byte[] message) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static byte[] bytes(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw new BackupException("The manifest is damaged: it has no readable salt.", e);
        }
    }
}
