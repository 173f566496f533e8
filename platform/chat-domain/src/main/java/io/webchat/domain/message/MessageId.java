package io.webchat.domain.message;

import io.webchat.domain.CanonicalUuid;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** Chosen by the client that writes the message, a UUIDv7. The first record with an id is the message. */
public record MessageId(UUID value) {
    /** How old an id may be when its message is posted: so long may a client keep what it could not send. */
    public static final Duration MAX_AGE = Duration.ofDays(1);

    /** How far a client's clock may be ahead. */
    public static final Duration MAX_AHEAD = Duration.ofMinutes(5);

    /** Reads the canonical text form. Throws {@link IllegalArgumentException} on anything else. */
    public static MessageId parse(String text) {
        return new MessageId(CanonicalUuid.parse(text));
    }

    /**
     * Whether a message may be posted under this id at a time: it is a UUIDv7, at most {@link #MAX_AGE} old and at most
     * {@link #MAX_AHEAD} ahead. So whoever ignores retries of a message needs to remember ids for a bounded time only.
     */
    public boolean isFreshAt(Instant now) {
        if (value.version() != 7 || value.variant() != 2) {
            return false;
        }
        var made = madeAt();
        return !made.isBefore(now.minus(MAX_AGE)) && !made.isAfter(now.plus(MAX_AHEAD));
    }

    /** When the client made it, by its own clock: of a UUIDv7 only. */
    public Instant madeAt() {
        return Instant.ofEpochMilli(value.getMostSignificantBits() >>> 16);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
