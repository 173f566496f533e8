package io.webchat.log.replica;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Reads what {@link CborOutput} writes; anything else throws {@link IllegalArgumentException} or Jackson's own. */
final class CborInput implements AutoCloseable {
    private final JsonParser parser;
    private @Nullable JsonToken ahead;

    CborInput(JsonParser parser) {
        this.parser = parser;
    }

    /** Enters an array; {@link #end} leaves it. */
    void array() {
        take(JsonToken.START_ARRAY);
    }

    void end() {
        take(JsonToken.END_ARRAY);
    }

    /** Whether the array goes on. */
    boolean hasMore() {
        return peek() != JsonToken.END_ARRAY;
    }

    /** Reads each element of an array. */
    <T> List<T> all(Supplier<T> element) {
        var elements = new ArrayList<T>();
        array();
        while (hasMore()) {
            elements.add(element.get());
        }
        end();
        return elements;
    }

    long number() {
        take(JsonToken.VALUE_NUMBER_INT);
        return parser.getLongValue();
    }

    int smallNumber() {
        return Math.toIntExact(number());
    }

    String text() {
        take(JsonToken.VALUE_STRING);
        return parser.getString();
    }

    UUID id() {
        take(JsonToken.VALUE_EMBEDDED_OBJECT);
        var bytes = ByteBuffer.wrap(parser.getBinaryValue());
        if (bytes.remaining() != 16) {
            throw new IllegalArgumentException("id of " + bytes.remaining() + " bytes (expected: 16)");
        }
        return new UUID(bytes.getLong(), bytes.getLong());
    }

    /** Reads a value that may be absent. */
    <T> @Nullable T optional(Supplier<T> value) {
        if (peek() == JsonToken.VALUE_NULL) {
            take(JsonToken.VALUE_NULL);
            return null;
        }
        return value.get();
    }

    @Override
    public void close() {
        parser.close();
    }

    /** What comes next. Looks no further than it must: what follows the last array may be no CBOR. */
    private @Nullable JsonToken peek() {
        if (ahead == null) {
            ahead = parser.nextToken();
        }
        return ahead;
    }

    private void take(JsonToken expected) {
        if (peek() != expected) {
            throw new IllegalArgumentException(ahead + " (expected: " + expected + ")");
        }
        ahead = null;
    }
}
