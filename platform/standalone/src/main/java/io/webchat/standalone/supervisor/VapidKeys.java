package io.webchat.standalone.supervisor;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.List;

/** Draws a pair of keys for web push (RFC 8292). */
final class VapidKeys {
    private static final int SIZE = 32;

    private VapidKeys() {}

    /** Private and public one, in base64url. */
    static List<String> generate() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            var pair = generator.generateKeyPair();
            var point = ((ECPublicKey) pair.getPublic()).getW();
            var uncompressed = new byte[1 + 2 * SIZE];
            uncompressed[0] = 4;
            write(point.getAffineX(), uncompressed, 1);
            write(point.getAffineY(), uncompressed, 1 + SIZE);
            var number = new byte[SIZE];
            write(((ECPrivateKey) pair.getPrivate()).getS(), number, 0);
            return List.of(encoded(number), encoded(uncompressed));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has P-256", e);
        }
    }

    private static void write(BigInteger number, byte[] target, int from) {
        var bytes = number.toByteArray();
        var length = Math.min(SIZE, bytes.length);
        System.arraycopy(bytes, bytes.length - length, target, from + SIZE - length, length);
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
