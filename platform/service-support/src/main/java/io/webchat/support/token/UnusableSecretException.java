package io.webchat.support.token;

/** The secret that signs access tokens is missing or weak: the service must not start. */
final class UnusableSecretException extends RuntimeException {
    UnusableSecretException(String fault) {
        super("JWT_SECRET " + fault);
    }
}
