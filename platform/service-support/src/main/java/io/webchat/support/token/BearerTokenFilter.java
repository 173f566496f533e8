package io.webchat.support.token;

import io.webchat.support.problem.ProblemException;
import io.webchat.support.problem.ProblemResolver;
import io.webchat.support.problem.ProblemType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ServletRequestPathUtils;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Lets a request under {@code /api} pass only with a valid bearer token (RFC 6750), or on a public path. It matches the
 * same parsed path as Spring MVC does, so no encoding of a path reaches a controller past it. On a public path a valid
 * token still identifies the caller, and an invalid one is ignored.
 */
final class BearerTokenFilter extends OncePerRequestFilter {
    private static final PathPattern API = PathPatternParser.defaultInstance.parse("/api/**");

    private final Callers callers;
    private final PublicPaths publicPaths;
    private final ProblemResolver problems;

    BearerTokenFilter(Callers callers, PublicPaths publicPaths, ProblemResolver problems) {
        this.callers = callers;
        this.publicPaths = publicPaths;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var path = ServletRequestPathUtils.parseAndCache(request).pathWithinApplication();
        if (!API.matches(path)) {
            chain.doFilter(request, response);
            return;
        }
        try {
            if (callers.identified(request).isEmpty() && !publicPaths.include(request)) {
                problems.answer(request, response, unauthenticated("The request needs an access token.", ""));
                return;
            }
        } catch (InvalidTokenException e) {
            if (!publicPaths.include(request)) {
                var problem = unauthenticated("The access token is invalid or expired.", ", error=\"invalid_token\"");
                problems.answer(request, response, problem);
                return;
            }
        }
        chain.doFilter(request, response);
    }

    private static ProblemException unauthenticated(String detail, String error) {
        return new ProblemException(ProblemType.UNAUTHENTICATED, detail)
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"webchat\"" + error);
    }
}
