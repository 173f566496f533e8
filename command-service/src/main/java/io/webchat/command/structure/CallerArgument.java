package io.webchat.command.structure;

import io.webchat.command.idempotency.IdempotencyKey;
import io.webchat.support.consistency.ConsistencyTokens;
import io.webchat.support.problem.ProblemException;
import io.webchat.support.problem.ProblemType;
import io.webchat.support.token.AuthenticatedUser;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Reads the access token, the idempotency key and the consistency token of a request. */
final class CallerArgument implements HandlerMethodArgumentResolver {
    private final ConsistencyTokens tokens;

    CallerArgument(ConsistencyTokens tokens) {
        this.tokens = tokens;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Caller.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binderFactory)
            throws MissingRequestHeaderException {
        var servletRequest = Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class));
        var user = AuthenticatedUser.of(servletRequest)
                .orElseThrow(
                        () -> new ProblemException(ProblemType.UNAUTHENTICATED, "The request needs an access token."))
                .userId();
        var key = servletRequest.getHeader(IdempotencyKey.HEADER);
        if (key == null) {
            throw new MissingRequestHeaderException(IdempotencyKey.HEADER, parameter);
        }
        var seen = Collections.list(servletRequest.getHeaders(ConsistencyTokens.HEADER));
        return new Caller(user, keyOf(key), tokens.decode(user, seen));
    }

    private static IdempotencyKey keyOf(String text) {
        try {
            return new IdempotencyKey(text);
        } catch (IllegalArgumentException e) {
            throw ProblemException.invalid(IdempotencyKey.HEADER, String.valueOf(e.getMessage()));
        }
    }
}
