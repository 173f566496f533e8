package io.webchat.standalone.gateway;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;

/**
 * Refuses a body that says it is too large. One that does not say how large it is goes on to its service, which counts
 * while it reads.
 *
 * <p>The answer goes out at once and what was announced is then read and dropped: a connection closed under a client
 * that still sends is reset, and the client may never see why. A body too large to be worth reading gets that
 * treatment.
 */
record BodyLimit(long bytes, HttpHandler next) implements HttpHandler {
    /** Beyond this nothing is read of a body at all, whether or not it said how large it is. */
    static final long WORTH_READING = 64 * 1024 * 1024;

    @Override
    public void handleRequest(HttpServerExchange exchange) throws Exception {
        if (exchange.getRequestContentLength() > bytes) {
            exchange.setPersistent(exchange.isPersistent() && exchange.getRequestContentLength() <= WORTH_READING);
            Problem.BODY_TOO_LARGE.end(exchange, "A body may have at most " + (bytes >> 20) + " MB here.");
        } else {
            next.handleRequest(exchange);
        }
    }
}
