package io.webchat.support.problem;

import io.webchat.domain.Rejection;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ProblemDetail;

/**
 * Ends a request with a problem of a known type. It describes an expected outcome, so it has no stack trace and is not
 * logged.
 */
public final class ProblemException extends RuntimeException {
    private final ProblemType type;
    private final transient List<InvalidField> errors;
    private final transient HttpHeaders headers = new HttpHeaders();

    /**
     * Makes a problem.
     *
     * @param detail one sentence for a person, shown to the client
     */
    public ProblemException(ProblemType type, String detail, InvalidField... errors) {
        this(type, detail, List.of(errors));
    }

    public ProblemException(ProblemType type, String detail, List<InvalidField> errors) {
        super(detail, null, false, false);
        this.type = type;
        this.errors = List.copyOf(errors);
    }

    /** Input that names its only faulty field. */
    public static ProblemException invalid(String field, String message) {
        return new ProblemException(
                ProblemType.INVALID_REQUEST, field + " " + message + ".", new InvalidField(field, message));
    }

    /** A command that the domain refused. */
    public static ProblemException rejected(Rejection rejection) {
        return new ProblemException(ProblemType.of(rejection.reason()), rejection.detail(), fieldOf(rejection));
    }

    /** The field of the input that is at fault, for the reasons that are about one and the same. */
    private static List<InvalidField> fieldOf(Rejection rejection) {
        return switch (rejection.reason()) {
            case CHANNEL_NAME_TAKEN -> List.of(new InvalidField("name", "is taken"));
            case OUTDATED_ORDER -> List.of(new InvalidField("roleIds", "must name the roles that there are"));
            default -> List.of();
        };
    }

    /** Tells the client when to try again, in whole seconds and at least one. */
    public ProblemException retryAfter(Duration delay) {
        return header(HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, delay.toSeconds())));
    }

    /** Adds a header to the answer. */
    public ProblemException header(String name, String value) {
        headers.set(name, value);
        return this;
    }

    /** When the client may try again; empty if it was not told. */
    public Optional<Duration> delay() {
        return Optional.ofNullable(headers.getFirst(HttpHeaders.RETRY_AFTER))
                .map(Long::parseLong)
                .map(Duration::ofSeconds);
    }

    public ProblemType type() {
        return type;
    }

    public List<InvalidField> errors() {
        return errors;
    }

    HttpHeaders headers() {
        return headers;
    }

    ProblemDetail body() {
        var problem = type.because(String.valueOf(getMessage()));
        if (!errors.isEmpty()) {
            problem.setProperty("errors", errors);
        }
        return problem;
    }
}
