package io.webchat.support.consistency;

import io.webchat.support.token.AuthenticatedUser;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Hands the caller's consistency token to a controller. An anonymous caller has none that could be checked. */
final class ConsistencyTokenArgument implements HandlerMethodArgumentResolver {
    private final Supplier<ConsistencyTokens> tokens;

    ConsistencyTokenArgument(Supplier<ConsistencyTokens> tokens) {
        this.tokens = tokens;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == ConsistencyToken.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binderFactory) {
        var servletRequest = Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class));
        var headers = Collections.list(servletRequest.getHeaders(ConsistencyTokens.HEADER));
        return AuthenticatedUser.of(servletRequest)
                .map(user -> tokens.get().decode(user.userId(), headers))
                .orElse(ConsistencyToken.EMPTY);
    }
}
