package io.webchat.support.token;

/** An access token that is malformed, forged, expired or meant for somebody else. The message never quotes it. */
public final class InvalidTokenException extends RuntimeException {
    InvalidTokenException(String message) {
        super(message, null, false, false);
    }
}
