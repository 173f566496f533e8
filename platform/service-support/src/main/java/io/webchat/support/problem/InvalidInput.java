package io.webchat.support.problem;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.TypeMismatchException;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.validation.BindingResult;
import org.springframework.validation.Errors;
import org.springframework.validation.FieldError;
import org.springframework.validation.method.MethodValidationResult;
import org.springframework.validation.method.ParameterErrors;
import org.springframework.validation.method.ParameterValidationResult;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.MismatchedInputException;

/** Finds the faulty field in what the framework reports about invalid input. */
final class InvalidInput {
    private static final String BODY = "body";

    private InvalidInput() {}

    static ProblemException of(List<InvalidField> errors) {
        var detail = errors.stream()
                .map(error -> error.field() + " " + error.message())
                .collect(Collectors.joining("; ", "", "."));
        return new ProblemException(ProblemType.INVALID_REQUEST, detail, errors);
    }

    static ProblemException of(BindingResult result) {
        return of(fieldErrors(result).toList());
    }

    static ProblemException of(MethodValidationResult result) {
        return of(result.getParameterValidationResults().stream()
                .flatMap(parameter -> parameter instanceof ParameterErrors body
                        ? fieldErrors(body)
                        : parameter.getResolvableErrors().stream()
                                .map(error -> new InvalidField(nameOf(parameter), messageOf(error))))
                .toList());
    }

    /** A body that is no JSON, or not the JSON that was asked for. */
    static ProblemException of(HttpMessageNotReadableException e) {
        return switch (e.getCause()) {
            case StreamReadException syntax
            when isDuplicate(syntax) -> ProblemException.invalid(currentFieldOf(syntax), "must not be given twice");
            case InputCoercionException number -> ProblemException.invalid(currentFieldOf(number), "is out of range");
            case StreamReadException syntax -> ProblemException.invalid(BODY, syntaxMessage(syntax));
            case DatabindException mismatch -> ProblemException.invalid(fieldOf(mismatch), messageOf(mismatch));
            case null, default -> ProblemException.invalid(BODY, "must be JSON");
        };
    }

    private static Stream<InvalidField> fieldErrors(Errors result) {
        var fields =
                result.getFieldErrors().stream().map(error -> new InvalidField(error.getField(), messageOf(error)));
        var global = result.getGlobalErrors().stream().map(error -> new InvalidField(BODY, messageOf(error)));
        return Stream.concat(fields, global);
    }

    private static String nameOf(ParameterValidationResult result) {
        var parameter = result.getMethodParameter();
        var header = parameter.getParameterAnnotation(RequestHeader.class);
        if (header != null && !header.value().isEmpty()) {
            return header.value();
        }
        var request = parameter.getParameterAnnotation(RequestParam.class);
        if (request != null && !request.value().isEmpty()) {
            return request.value();
        }
        var name = parameter.getParameterName();
        return name == null ? "parameter" : name;
    }

    private static String messageOf(MessageSourceResolvable error) {
        if (error instanceof FieldError field && field.contains(TypeMismatchException.class)) {
            return messageOf(field.unwrap(TypeMismatchException.class));
        }
        var message = error.getDefaultMessage();
        return message == null ? "is invalid" : message;
    }

    private static String fieldOf(JacksonException e) {
        var field = new StringBuilder();
        for (var step : e.getPath()) {
            if (step.getPropertyName() == null) {
                field.append('[').append(step.getIndex()).append(']');
            } else {
                field.append(field.isEmpty() ? "" : ".").append(step.getPropertyName());
            }
        }
        return field.isEmpty() ? BODY : field.toString();
    }

    private static boolean isDuplicate(StreamReadException e) {
        return e.getOriginalMessage().startsWith("Duplicate");
    }

    private static String currentFieldOf(StreamReadException e) {
        var name = e.processor() instanceof JsonParser parser ? parser.currentName() : null;
        return name == null ? BODY : name;
    }

    private static String syntaxMessage(StreamReadException e) {
        var place = e.getLocation();
        return place == null
                ? "must be valid JSON"
                : "must be valid JSON (line " + place.getLineNr() + ", column " + place.getColumnNr() + ")";
    }

    /** What the value's own type says if it refused the value, else which kind of value belongs here. */
    private static String messageOf(DatabindException e) {
        var type = e instanceof MismatchedInputException mismatch ? mismatch.getTargetType() : null;
        if (type != null && isUuid(type)) {
            return "must be a UUID";
        }
        if (e.getCause() instanceof IllegalArgumentException refusal && refusal.getMessage() != null) {
            return refusal.getMessage();
        }
        return type == null ? "is invalid" : kindOf(type);
    }

    private static boolean isDomainValue(Class<?> type) {
        return type.getName().startsWith("io.webchat.domain.");
    }

    private static boolean isUuid(Class<?> type) {
        return type == UUID.class
                || (isDomainValue(type)
                        && type.isRecord()
                        && type.getRecordComponents().length == 1
                        && type.getRecordComponents()[0].getType() == UUID.class);
    }

    private static String kindOf(Class<?> type) {
        if (type == boolean.class || type == Boolean.class) {
            return "must be true or false";
        }
        if (type.isPrimitive() || Number.class.isAssignableFrom(type)) {
            return "must be a number";
        }
        if (type.isArray() || Iterable.class.isAssignableFrom(type)) {
            return "must be a list";
        }
        return type.isRecord() && !isDomainValue(type) ? "must be an object" : "must be a string";
    }

    /** What the value's own type says of a text that it refused, else which kind of value belongs here. */
    static String messageOf(TypeMismatchException e) {
        if (e.getRequiredType() == boolean.class || e.getRequiredType() == Boolean.class) {
            return "must be true or false";
        }
        var cause = e.getMostSpecificCause();
        var refusal = cause instanceof IllegalArgumentException && !(cause instanceof NumberFormatException)
                ? cause.getMessage()
                : null;
        if (refusal != null) {
            return refusal;
        }
        var type = e.getRequiredType();
        if (type == Instant.class) {
            return "must be a time, such as 2026-01-31T12:34:56Z";
        }
        return type != null && (type.isPrimitive() || Number.class.isAssignableFrom(type))
                ? "must be a number"
                : "is invalid";
    }
}
