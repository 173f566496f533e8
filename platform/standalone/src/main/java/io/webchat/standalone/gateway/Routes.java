package io.webchat.standalone.gateway;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Methods;

/** Chooses who answers a request, by its path and method. */
record Routes(HttpHandler auth, HttpHandler command, HttpHandler projection, HttpHandler push, HttpHandler web)
        implements HttpHandler {
    @Override
    public void handleRequest(HttpServerExchange exchange) throws Exception {
        var path = exchange.getRequestPath();
        if (exchange.getRequestMethod().equals(Methods.CONNECT)) {
            Problem.METHOD_NOT_ALLOWED.end(exchange);
        } else if (isBelow(path, "/actuator")) {
            Problem.NOT_FOUND.end(exchange);
        } else if (path.equals("/ws")) {
            push.handleRequest(exchange);
        } else if (isBelow(path, "/api/auth")) {
            auth.handleRequest(exchange);
        } else if (isBelow(path, "/api")) {
            api(exchange).handleRequest(exchange);
        } else {
            web.handleRequest(exchange);
        }
    }

    private HttpHandler api(HttpServerExchange exchange) {
        var method = exchange.getRequestMethod();
        return method.equals(Methods.GET) || method.equals(Methods.HEAD) ? projection : command;
    }

    private static boolean isBelow(String path, String prefix) {
        return path.startsWith(prefix) && (path.length() == prefix.length() || path.charAt(prefix.length()) == '/');
    }
}
