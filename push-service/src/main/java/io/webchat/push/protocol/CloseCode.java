package io.webchat.push.protocol;

/** Why the server closes a connection. Documented to clients, with whether they should come back. */
public enum CloseCode {
    GOING_AWAY(1001),
    INTERNAL_ERROR(4000),
    MALFORMED_FRAME(4001),
    NOT_AUTHENTICATED(4003),
    INVALID_TOKEN(4004),
    TOO_MUCH(4008),
    HEARTBEAT_MISSED(4009),
    TOO_SLOW(4010),
    TOKEN_EXPIRED(4011),
    SESSION_ENDED(4012);

    private final int code;

    CloseCode(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }
}
