package io.webchat.client;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An answer that says no: a problem detail (RFC 9457) with its stable type. An answer without one, say from a proxy on
 * the way, has the type {@code about:blank}.
 */
public final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1;
    private static final String TYPES = "urn:webchat:problem:";

    private final int status;
    private final String type;
    private final transient List<FieldError> errors;
    private final @Nullable Duration retryAfter;

    /** One field of the request, and what is wrong with it. */
    public record FieldError(String field, String message) {}

    ProblemException(
            String request,
            int status,
            String type,
            @Nullable String detail,
            List<FieldError> errors,
            @Nullable Duration retryAfter) {
        super(request + ": " + status + " " + type + (detail == null ? "" : ": " + detail)
                + (errors.isEmpty() ? "" : " " + errors));
        this.status = status;
        this.type = type;
        this.errors = List.copyOf(errors);
        this.retryAfter = retryAfter;
    }

    public int status() {
        return status;
    }

    /** The whole URI of the type. */
    public String type() {
        return type;
    }

    /** The last part of the type, such as {@code unknown-channel}, as the documents call it. */
    public String kind() {
        return type.startsWith(TYPES) ? type.substring(TYPES.length()) : type;
    }

    public List<FieldError> errors() {
        return errors;
    }

    /** How long the server asks to wait before the next attempt. */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }

    /**
     * Whether the same request, under the same id, may well succeed later: the outcome of this attempt is not known.
     */
    public boolean isTransient() {
        return switch (status) {
            case 408, 425, 429, 502, 503, 504 -> true;
            case 500 -> !kind().equals("command-failed");
            default -> false;
        };
    }
}
