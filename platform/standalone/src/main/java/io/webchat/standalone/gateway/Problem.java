package io.webchat.standalone.gateway;

import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.StatusCodes;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * An answer of the gateway's own, as a problem detail (RFC 9457). Types, titles and meanings are those of problems.md.
 */
enum Problem {
    NOT_FOUND(404, "not-found", "There is nothing here", "No endpoint has this path."),
    METHOD_NOT_ALLOWED(405, "method-not-allowed", "The method is not allowed here", "This is no proxy to elsewhere."),
    BODY_TIMEOUT(408, "body-timeout", "The body took too long to arrive", "The body had not arrived in time."),
    BODY_TOO_LARGE(413, "body-too-large", "The body is too large", "A body may not have as much here."),
    REQUEST_TIMEOUT(503, "request-timeout", "The request took too long", "It was cut off when its time was over."),
    UNAVAILABLE(
            503,
            "unavailable",
            "The service is not available",
            "No instance of it answers, or the one that was asked has just gone.");

    private final int status;
    private final String type;
    private final String title;
    private final String detail;

    Problem(int status, String type, String title, String detail) {
        this.status = status;
        this.type = "urn:webchat:problem:" + type;
        this.title = title;
        this.detail = detail;
    }

    /** Gives an error that the proxy met its body; for use as a default response listener. */
    static boolean describe(HttpServerExchange exchange) {
        if (!exchange.isResponseChannelAvailable() || exchange.getStatusCode() < StatusCodes.BAD_REQUEST) {
            return false;
        }
        if (exchange.getStatusCode() != StatusCodes.GATEWAY_TIME_OUT) {
            UNAVAILABLE.end(exchange);
        } else if (exchange.isRequestComplete()) {
            REQUEST_TIMEOUT.end(exchange);
        } else {
            BODY_TIMEOUT.end(exchange);
        }
        return true;
    }

    /** Answers with this problem and ends the exchange. */
    void end(HttpServerExchange exchange) {
        end(exchange, detail);
    }

    /** Answers with this problem, and more about it, and ends the exchange. */
    void end(HttpServerExchange exchange, String detail) {
        var body = """
                {"type":"%s","title":"%s","status":%d,"detail":"%s"}""".formatted(type, title, status, detail).getBytes(StandardCharsets.UTF_8);
        exchange.setStatusCode(status);
        exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, "application/problem+json");
        exchange.getResponseHeaders().put(Headers.CONTENT_LENGTH, body.length);
        if (status == StatusCodes.SERVICE_UNAVAILABLE) {
            exchange.getResponseHeaders().put(Headers.RETRY_AFTER, "1");
        }
        if (status == StatusCodes.METHOD_NOT_ALLOWED) {
            exchange.getResponseHeaders().put(Headers.ALLOW, "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS");
        }
        exchange.getResponseSender().send(ByteBuffer.wrap(body));
    }
}
