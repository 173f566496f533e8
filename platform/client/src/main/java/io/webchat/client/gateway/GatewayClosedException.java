package io.webchat.client.gateway;

/** A connection that could not be opened, or ended before it got as far as somebody waited for. */
public final class GatewayClosedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient GatewayClose close;

    GatewayClosedException(GatewayClose close) {
        super("the gateway connection ended: " + close.code() + " " + close.reason());
        this.close = close;
    }

    public GatewayClose close() {
        return close;
    }
}
