package io.webchat.standalone.gateway;

import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;

/** Wishes to change the protocol of a connection. Only WebSockets are passed on. */
final class Upgrades {
    private static final HttpString HTTP2_SETTINGS = new HttpString("HTTP2-Settings");

    private Upgrades() {}

    static boolean isWebSocket(HttpServerExchange exchange) {
        return "websocket".equalsIgnoreCase(exchange.getRequestHeaders().getFirst(Headers.UPGRADE));
    }

    /** Drops an offer of HTTP/2 in clear text, which is for this hop only and confuses the servers behind it. */
    static void keepWebSocketsOnly(HttpServerExchange exchange) {
        var headers = exchange.getRequestHeaders();
        if (headers.contains(Headers.UPGRADE) && !isWebSocket(exchange)) {
            headers.remove(Headers.UPGRADE);
            headers.remove(HTTP2_SETTINGS);
            headers.remove(Headers.CONNECTION);
        }
    }
}
