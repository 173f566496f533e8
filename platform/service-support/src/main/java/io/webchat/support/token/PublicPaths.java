package io.webchat.support.token;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import org.springframework.http.HttpMethod;
import org.springframework.web.util.ServletRequestPathUtils;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * What may be called without an access token. A service that has such paths declares a bean; without one, nothing under
 * {@code /api} is public.
 */
public final class PublicPaths {
    private final List<Entry> entries;

    private PublicPaths(List<Entry> entries) {
        this.entries = entries;
    }

    /**
     * Reads entries such as {@code "POST /api/auth/login"} and {@code "GET /api/invites/{code}"}.
     *
     * @param entries a method, a space and a Spring path pattern each
     */
    public static PublicPaths of(String... entries) {
        return new PublicPaths(Arrays.stream(entries).map(Entry::parse).toList());
    }

    boolean include(HttpServletRequest request) {
        return entries.stream().anyMatch(entry -> entry.matches(request));
    }

    private record Entry(HttpMethod method, PathPattern path) {
        static Entry parse(String text) {
            var parts = text.split(" ", 2);
            if (parts.length != 2) {
                throw new IllegalArgumentException("public path: \"" + text + "\" (expected: METHOD /path)");
            }
            return new Entry(HttpMethod.valueOf(parts[0]), PathPatternParser.defaultInstance.parse(parts[1]));
        }

        boolean matches(HttpServletRequest request) {
            return method.matches(request.getMethod())
                    && path.matches(ServletRequestPathUtils.getParsedRequestPath(request)
                            .pathWithinApplication());
        }
    }
}
