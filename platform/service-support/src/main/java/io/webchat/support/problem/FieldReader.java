package io.webchat.support.problem;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Turns the texts of a request into values and collects what is wrong with them, so that an answer names every faulty
 * field at once. Not thread-safe; for one request.
 *
 * <p>{@snippet : var fields = new FieldReader(); var username = fields.read("username", request.username(),
 * Username::new); fields.requireValid(); use(username.orElseThrow()); }
 */
public final class FieldReader {
    private final List<InvalidField> errors = new ArrayList<>();

    /**
     * Reads one required field.
     *
     * @param parse throws {@link IllegalArgumentException} with a message that tells what would be right
     * @return empty if the field is at fault
     */
    public <T> Optional<T> read(String field, @Nullable String text, Function<String, T> parse) {
        if (text == null) {
            errors.add(new InvalidField(field, "must be given"));
            return Optional.empty();
        }
        try {
            return Optional.of(parse.apply(text));
        } catch (IllegalArgumentException e) {
            errors.add(new InvalidField(field, String.valueOf(e.getMessage())));
            return Optional.empty();
        }
    }

    /**
     * Reads one field that may be left out.
     *
     * @param parse throws {@link IllegalArgumentException} with a message that tells what would be right
     * @return empty if it is left out or at fault
     */
    public <T> Optional<T> readIfGiven(String field, @Nullable String text, Function<String, T> parse) {
        return text == null ? Optional.empty() : read(field, text, parse);
    }

    /** Throws a problem that names each faulty field, in the order in which they were read. */
    public void requireValid() {
        if (!errors.isEmpty()) {
            throw InvalidInput.of(errors);
        }
    }
}
