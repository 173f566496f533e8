package io.webchat.projection.consume;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoException;
import com.mongodb.WriteError;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.InvalidDataAccessApiUsageException;

/**
 * Tells a store that is away, or busy, or set up wrongly, and so will do later what it was asked, from one that refuses
 * it as senseless: whoever asks for that is wrong, and will be as often as they ask. What is said of a wrong set-up as
 * well, such as that a value is bad, is taken for that: otherwise all records were given up for it. What never reached
 * the store, because it cannot even be asked, is wrong as well.
 */
final class StoreFailures {
    private static final int TYPE_MISMATCH = 14;
    private static final int PATH_NOT_VIABLE = 28;
    private static final int CONFLICTING_UPDATE_OPERATORS = 40;
    private static final int DOLLAR_PREFIXED_FIELD_NAME = 52;
    private static final int EMPTY_FIELD_NAME = 56;
    private static final int IMMUTABLE_FIELD = 66;
    private static final int DOCUMENT_TOO_LARGE = 10_334;
    private static final Set<Integer> REFUSALS = Set.of(
            TYPE_MISMATCH,
            PATH_NOT_VIABLE,
            CONFLICTING_UPDATE_OPERATORS,
            DOLLAR_PREFIXED_FIELD_NAME,
            EMPTY_FIELD_NAME,
            IMMUTABLE_FIELD,
            DOCUMENT_TOO_LARGE);

    private static final String CLOSED = "state should be: open";

    private StoreFailures() {}

    /** Whether this is a failure of the store, and the same may be asked again. */
    static boolean mayPass(RuntimeException e) {
        return isClosed(e)
                || ((e instanceof DataAccessException || e instanceof MongoException)
                        && !isRefusal(e)
                        && !cannotBeAsked(e));
    }

    /** The driver was closed, because this process ends: it has no exception of its own for that. */
    private static boolean isClosed(RuntimeException e) {
        return e instanceof IllegalStateException && CLOSED.equals(e.getMessage());
    }

    /** Some answers of the store are translated to such an exception too; those are judged by what they say. */
    private static boolean cannotBeAsked(RuntimeException e) {
        return e instanceof InvalidDataAccessApiUsageException
                && Stream.<Throwable>iterate(e, Objects::nonNull, Throwable::getCause)
                        .noneMatch(MongoException.class::isInstance);
    }

    private static boolean isRefusal(@Nullable Throwable e) {
        return switch (e) {
            case null -> false;
            case MongoBulkWriteException several ->
                several.getWriteErrors().stream().map(WriteError::getCode).anyMatch(REFUSALS::contains);
            case MongoException one -> REFUSALS.contains(one.getCode());
            case Throwable other -> isRefusal(other.getCause());
        };
    }
}
