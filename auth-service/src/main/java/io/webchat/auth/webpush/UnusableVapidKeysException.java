package io.webchat.auth.webpush;

/** The keys for web push are given and no good: the service must not start. */
final class UnusableVapidKeysException extends RuntimeException {
    UnusableVapidKeysException(String fault) {
        super(fault);
    }
}
