package io.webchat.test.description;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.webchat.support.consistency.ConsistencyToken;
import io.webchat.support.consistency.ConsistencyTokens;
import io.webchat.support.token.AuthenticatedUser;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.method.HandlerMethod;

/**
 * Describes what the signature of a handler says: who may call it, what travels in headers, which status a success has
 * ({@code @ResponseStatus}; else {@code 204} if there is no body and {@code 200} if there is one), and which problems
 * follow from that.
 */
final class HandlerDescription implements OperationCustomizer {
    static final String BEARER = "bearer";

    private final Class<?> keyed;

    /** @param keyed the type of the parameter that reads an {@code Idempotency-Key} besides user and token */
    HandlerDescription(Class<?> keyed) {
        this.keyed = keyed;
    }

    @Override
    public Operation customize(Operation operation, HandlerMethod handler) {
        var type = handler.getBeanType();
        var capability = type.getPackageName().substring(type.getPackageName().lastIndexOf('.') + 1);
        operation.setTags(List.of(capability));
        operation.setOperationId(handler.getMethod().getName());
        var parameters = Arrays.stream(handler.getMethodParameters())
                .map(MethodParameter::getParameterType)
                .collect(Collectors.<Class<?>>toSet());
        describeSuccess(operation, handler);
        describeFile(operation, handler, parameters);
        describeHeaders(operation, handler, parameters);
        describeProblems(operation, parameters);
        return operation;
    }

    private static void describeSuccess(Operation operation, HandlerMethod handler) {
        var status = success(handler);
        var content = operation.getResponses().entrySet().stream()
                .filter(response -> response.getKey().startsWith("2"))
                .map(Map.Entry::getValue)
                .findFirst()
                .map(ApiResponse::getContent)
                .orElse(null);
        var response = new ApiResponse().description(status.getReasonPhrase());
        operation.setResponses(new ApiResponses()
                .addApiResponse(
                        String.valueOf(status.value()),
                        status == HttpStatus.NO_CONTENT ? response : response.content(content)));
    }

    private static HttpStatus success(HandlerMethod handler) {
        var given = handler.getMethodAnnotation(ResponseStatus.class);
        if (given != null) {
            return given.value();
        }
        var body = bodyType(handler);
        return body == Void.class || body == void.class ? HttpStatus.NO_CONTENT : HttpStatus.OK;
    }

    /** A handler that writes its answer by itself sends a file. */
    private static @Nullable Class<?> bodyType(HandlerMethod handler) {
        if (List.of(handler.getMethod().getParameterTypes()).contains(HttpServletResponse.class)) {
            return Resource.class;
        }
        var type = ResolvableType.forMethodReturnType(handler.getMethod());
        return type.resolve() == ResponseEntity.class ? type.getGeneric(0).resolve() : type.resolve();
    }

    /** A file is the whole of a body: a {@code Resource} on its way out, the rest of a {@code PUT} on its way in. */
    private static void describeFile(Operation operation, HandlerMethod handler, Set<Class<?>> parameters) {
        if (bodyType(handler) == Resource.class) {
            operation.getResponses().values().forEach(response -> response.setContent(file()));
        }
        if (handler.hasMethodAnnotation(PutMapping.class) && parameters.contains(HttpServletRequest.class)) {
            operation.setRequestBody(new RequestBody().required(true).content(file()));
        }
    }

    private static Content file() {
        return new Content().addMediaType("*/*", new MediaType().schema(new StringSchema().format("binary")));
    }

    private void describeHeaders(Operation operation, HandlerMethod handler, Set<Class<?>> parameters) {
        var isKeyed = parameters.contains(keyed);
        var takesToken = isKeyed || parameters.contains(ConsistencyToken.class);
        if (isKeyed) {
            operation.addParametersItem(parameter("IdempotencyKey"));
        }
        if (takesToken) {
            operation.addParametersItem(parameter("ConsistencyToken"));
        }
        if (isKeyed || parameters.contains(AuthenticatedUser.class)) {
            operation.addSecurityItem(new SecurityRequirement().addList(BEARER));
        }
        // A command that goes to the log says in the header where it went.
        if (takesToken && isCommand(handler) && handler.getReturnType().getParameterType() == ResponseEntity.class) {
            answersWithToken(operation);
        }
    }

    private static boolean isCommand(HandlerMethod handler) {
        return handler.getBeanType().getPackageName().startsWith("io.webchat.command.");
    }

    /** Says that a success carries a consistency token. */
    static void answersWithToken(Operation operation) {
        operation.getResponses().forEach((status, response) -> {
            if (status.startsWith("2")) {
                response.addHeaderObject(
                        ConsistencyTokens.HEADER, new Header().$ref("#/components/headers/ConsistencyToken"));
            }
        });
    }

    private static Parameter parameter(String name) {
        return new Parameter().$ref("#/components/parameters/" + name);
    }

    private void describeProblems(Operation operation, Set<Class<?>> parameters) {
        IntStream.of(400, 500, 503).forEach(status -> ProblemResponses.addTo(operation, status));
        if (operation.getSecurity() != null) {
            ProblemResponses.addTo(operation, 401);
        }
        if (operation.getParameters() != null
                && operation.getParameters().stream().anyMatch(parameter -> "path".equals(parameter.getIn()))) {
            ProblemResponses.addTo(operation, 404);
        }
        if (parameters.contains(keyed)) {
            IntStream.of(403, 409).forEach(status -> ProblemResponses.addTo(operation, status));
        }
        if (operation.getRequestBody() != null) {
            var isFile = operation.getRequestBody().getContent().containsKey("*/*");
            (isFile ? IntStream.of(408, 413) : IntStream.of(408, 413, 415))
                    .forEach(status -> ProblemResponses.addTo(operation, status));
        }
    }

    /** A header that requests have. */
    static Parameter header(String name, String description) {
        return new Parameter().in("header").name(name).description(description).schema(new StringSchema());
    }
}
