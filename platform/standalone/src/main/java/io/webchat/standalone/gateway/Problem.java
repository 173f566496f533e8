package io.webchat.standalone.gateway;

import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.StatusCodes;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** An answer of the gateway's own, as a problem detail (RFC 9457). */
enum Problem {
    NOT_FOUND("not-found", "Not found", "There is nothing here."),
    BODY_TOO_LARGE("body-too-large", "Request body too large", "A request body may have at most 1 MB."),
    REQUEST_TIMEOUT("request-timeout", "Request timeout", "The request did not arrive within 30 seconds."),
    UNAVAILABLE("unavailable", "Service unavailable", "This part of WebChat does not answer at the moment.");

    private final String type;
    private final String title;
    private final String detail;

    Problem(String type, String title, String detail) {
        this.type = "urn:webchat:problem:" + type;
        this.title = title;
        this.detail = detail;
    }

    /** Answers with this problem and ends the exchange. */
    void end(HttpServerExchange exchange, int status) {
        exchange.setStatusCode(status);
        write(exchange);
    }

    /** Gives every error that nobody else has described a body; for use as a default response listener. */
    static boolean describe(HttpServerExchange exchange) {
        if (!exchange.isResponseChannelAvailable() || exchange.getStatusCode() < StatusCodes.BAD_REQUEST) {
            return false;
        }
        if (exchange.getStatusCode() == StatusCodes.NOT_FOUND) {
            NOT_FOUND.write(exchange);
        } else if (exchange.isRequestComplete()) {
            UNAVAILABLE.end(exchange, StatusCodes.SERVICE_UNAVAILABLE);
        } else if (exchange.getStatusCode() == StatusCodes.GATEWAY_TIME_OUT) {
            REQUEST_TIMEOUT.end(exchange, StatusCodes.REQUEST_TIME_OUT);
        } else {
            UNAVAILABLE.end(exchange, StatusCodes.SERVICE_UNAVAILABLE);
        }
        return true;
    }

    private void write(HttpServerExchange exchange) {
        var status = exchange.getStatusCode();
        var body = """
                {"type":"%s","title":"%s","status":%d,"detail":"%s"}""".formatted(type, title, status, detail).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, "application/problem+json");
        exchange.getResponseHeaders().put(Headers.CONTENT_LENGTH, body.length);
        if (status == StatusCodes.SERVICE_UNAVAILABLE) {
            exchange.getResponseHeaders().put(Headers.RETRY_AFTER, "1");
        }
        exchange.getResponseSender().send(ByteBuffer.wrap(body));
    }
}
