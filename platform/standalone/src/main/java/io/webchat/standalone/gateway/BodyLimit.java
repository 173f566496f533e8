package io.webchat.standalone.gateway;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;

/**
 * Refuses a body that says it is too large before any of it is read. One that does not say how large it is goes on to
 * its service, which counts while it reads.
 */
record BodyLimit(long bytes, HttpHandler next) implements HttpHandler {
    @Override
    public void handleRequest(HttpServerExchange exchange) throws Exception {
        if (exchange.getRequestContentLength() > bytes) {
            exchange.setPersistent(false);
            Problem.BODY_TOO_LARGE.end(exchange);
        } else {
            next.handleRequest(exchange);
        }
    }
}
