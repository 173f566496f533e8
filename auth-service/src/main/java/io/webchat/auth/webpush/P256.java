package io.webchat.auth.webpush;

import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECFieldFp;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPrivateKeySpec;
import java.security.spec.ECPublicKeySpec;
import java.util.Arrays;

/** Keys on the curve P-256, in the forms that web push has them in. */
final class P256 {
    private static final String CURVE = "secp256r1";
    private static final int SIZE = 32;
    private static final int PUBLIC_SIZE = 1 + 2 * SIZE;
    private static final byte UNCOMPRESSED = 4;
    private static final ECParameterSpec PARAMETERS = parameters();

    private P256() {}

    /** A new pair. */
    static KeyPair generate() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec(CURVE));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has P-256", e);
        }
    }

    /** Reads an uncompressed point. Throws {@link IllegalArgumentException} if it is none of the curve. */
    static ECPublicKey publicKey(byte[] bytes) {
        if (bytes.length != PUBLIC_SIZE || bytes[0] != UNCOMPRESSED) {
            throw new IllegalArgumentException("must be an uncompressed point of P-256");
        }
        var x = new BigInteger(1, Arrays.copyOfRange(bytes, 1, 1 + SIZE));
        var y = new BigInteger(1, Arrays.copyOfRange(bytes, 1 + SIZE, PUBLIC_SIZE));
        if (!isOnCurve(x, y)) {
            throw new IllegalArgumentException("must be a point of P-256");
        }
        try {
            return (ECPublicKey)
                    KeyFactory.getInstance("EC").generatePublic(new ECPublicKeySpec(new ECPoint(x, y), PARAMETERS));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("must be a point of P-256", e);
        }
    }

    /** Reads the number that the key is. Throws {@link IllegalArgumentException} if it cannot be one. */
    static ECPrivateKey privateKey(byte[] bytes) {
        var number = new BigInteger(1, bytes);
        if (bytes.length != SIZE || number.signum() == 0 || number.compareTo(PARAMETERS.getOrder()) >= 0) {
            throw new IllegalArgumentException("must be a private key of P-256");
        }
        try {
            return (ECPrivateKey)
                    KeyFactory.getInstance("EC").generatePrivate(new ECPrivateKeySpec(number, PARAMETERS));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("must be a private key of P-256", e);
        }
    }

    /** The uncompressed point. */
    static byte[] bytes(ECPublicKey key) {
        var bytes = new byte[PUBLIC_SIZE];
        bytes[0] = UNCOMPRESSED;
        write(key.getW().getAffineX(), bytes, 1);
        write(key.getW().getAffineY(), bytes, 1 + SIZE);
        return bytes;
    }

    /** The number, in 32 bytes. */
    static byte[] bytes(ECPrivateKey key) {
        var bytes = new byte[SIZE];
        write(key.getS(), bytes, 0);
        return bytes;
    }

    private static void write(BigInteger number, byte[] target, int from) {
        var bytes = number.toByteArray();
        var length = Math.min(SIZE, bytes.length);
        System.arraycopy(bytes, bytes.length - length, target, from + SIZE - length, length);
    }

    /** A point that lies on another curve would give away the private key that is used with it. */
    private static boolean isOnCurve(BigInteger x, BigInteger y) {
        var curve = PARAMETERS.getCurve();
        var p = ((ECFieldFp) curve.getField()).getP();
        var right = x.pow(3).add(curve.getA().multiply(x)).add(curve.getB()).mod(p);
        return x.compareTo(p) < 0 && y.compareTo(p) < 0 && y.pow(2).mod(p).equals(right);
    }

    private static ECParameterSpec parameters() {
        try {
            var parameters = AlgorithmParameters.getInstance("EC");
            parameters.init(new ECGenParameterSpec(CURVE));
            return parameters.getParameterSpec(ECParameterSpec.class);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has P-256", e);
        }
    }
}
