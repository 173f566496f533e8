package io.webchat.client.gateway;

/**
 * Why a connection ended.
 *
 * @param code the close code of the protocol, {@link #LOST} or {@link #VIOLATION}
 * @param reason for people
 */
public record GatewayClose(int code, String reason) {
    /** The connection broke, or this side dropped it: there was no close frame. */
    public static final int LOST = 1006;

    /** The server said something that the protocol rules out; this side cut the connection. */
    public static final int VIOLATION = 1002;

    private static final int NORMAL = 1000;
    private static final int MALFORMED_FRAME = 4001;
    private static final int NOT_AUTHENTICATED = 4003;
    private static final int INVALID_TOKEN = 4004;
    private static final int TOKEN_EXPIRED = 4011;
    private static final int SESSION_ENDED = 4012;

    static GatewayClose lost(String reason) {
        return new GatewayClose(LOST, reason);
    }

    static GatewayClose violation(String what) {
        return new GatewayClose(VIOLATION, "protocol violation: " + what);
    }

    static GatewayClose byUs() {
        return new GatewayClose(NORMAL, "closed by the client");
    }

    /** Whether coming back makes sense; it does not after a bug on either side, nor for who has been logged out. */
    public boolean canResume() {
        return code != MALFORMED_FRAME && code != VIOLATION && code != SESSION_ENDED;
    }

    /** Whether coming back takes another access token. */
    public boolean needsNewToken() {
        return code == NOT_AUTHENTICATED || code == INVALID_TOKEN || code == TOKEN_EXPIRED;
    }
}
