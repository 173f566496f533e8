package io.webchat.support.rate;

import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.HEAD;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.ServletRequestPathUtils;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** Which class a request is of, in all services. It matches the same parsed path as Spring MVC does. */
final class RouteTable {
    /** The first row that matches counts. */
    static final List<Row> ROWS = List.of(
            Row.of(POST, "/api/auth/login", RouteClass.SIGN_IN),
            Row.of(POST, "/api/auth/register", RouteClass.SIGN_IN),
            Row.of(PUT, "/api/auth/password", RouteClass.SIGN_IN),
            Row.of(null, "/ws", RouteClass.SOCKETS),
            Row.of(POST, "/api/channels/{channelId}/messages", RouteClass.SENDS),
            Row.of(PUT, "/api/channels/{channelId}/attachments/{attachmentId}", RouteClass.UPLOADS),
            Row.of(PUT, "/api/servers/{serverId}/icon", RouteClass.UPLOADS),
            Row.of(PUT, "/api/auth/me/avatar", RouteClass.UPLOADS),
            Row.of(POST, "/api/servers", RouteClass.CREATIONS),
            Row.of(POST, "/api/conversations", RouteClass.CREATIONS),
            Row.of(GET, "/api/**", RouteClass.READS),
            Row.of(HEAD, "/api/**", RouteClass.READS),
            Row.of(null, "/api/**", RouteClass.COMMANDS));

    private RouteTable() {}

    /** Empty for what is not limited. */
    static Optional<RouteClass> classOf(HttpServletRequest request, boolean hasCaller) {
        var path = ServletRequestPathUtils.parseAndCache(request).pathWithinApplication();
        return ROWS.stream()
                .filter(row -> row.matches(request.getMethod(), path))
                .findFirst()
                .map(Row::routeClass)
                .map(route -> hasCaller || route.isByAddress() ? route : RouteClass.ANONYMOUS);
    }

    /** @param method null for any */
    record Row(@Nullable HttpMethod method, PathPattern path, RouteClass routeClass) {
        static Row of(@Nullable HttpMethod method, String path, RouteClass routeClass) {
            return new Row(method, PathPatternParser.defaultInstance.parse(path), routeClass);
        }

        boolean matches(String requestMethod, PathContainer requestPath) {
            return (method == null || method.matches(requestMethod)) && path.matches(requestPath);
        }
    }
}
