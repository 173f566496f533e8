package io.webchat.standalone.gateway;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Methods;
import java.util.regex.Pattern;

/** Chooses who answers a request, by its path and method. */
record Routes(
        HttpHandler auth,
        HttpHandler avatars,
        HttpHandler command,
        HttpHandler projection,
        HttpHandler uploads,
        HttpHandler downloads,
        HttpHandler push,
        HttpHandler web)
        implements HttpHandler {
    private static final Pattern FILES = Pattern.compile("/api/(channels/[^/]+/attachments/.+|servers/[^/]+/icon)");

    @Override
    public void handleRequest(HttpServerExchange exchange) throws Exception {
        var path = exchange.getRequestPath();
        if (exchange.getRequestMethod().equals(Methods.CONNECT)) {
            Problem.METHOD_NOT_ALLOWED.end(exchange);
        } else if (isBelow(path, "/actuator")) {
            Problem.NOT_FOUND.end(exchange);
        } else if (path.equals("/ws")) {
            push.handleRequest(exchange);
        } else if (path.equals("/api/auth/me/avatar")) {
            avatars.handleRequest(exchange);
        } else if (isBelow(path, "/api/auth")) {
            auth.handleRequest(exchange);
        } else if (isBelow(path, "/api/operations")) {
            projection.handleRequest(exchange);
        } else if (isBelow(path, "/api")) {
            api(exchange).handleRequest(exchange);
        } else {
            web.handleRequest(exchange);
        }
    }

    private HttpHandler api(HttpServerExchange exchange) {
        var method = exchange.getRequestMethod();
        var query = method.equals(Methods.GET) || method.equals(Methods.HEAD);
        if (FILES.matcher(exchange.getRequestPath()).matches()) {
            return query ? downloads : uploads;
        }
        return query ? projection : command;
    }

    private static boolean isBelow(String path, String prefix) {
        return path.startsWith(prefix) && (path.length() == prefix.length() || path.charAt(prefix.length()) == '/');
    }
}
