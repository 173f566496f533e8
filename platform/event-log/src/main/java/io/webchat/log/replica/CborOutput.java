package io.webchat.log.replica;

import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;

/** Writes arrays of simple values. */
final class CborOutput implements AutoCloseable {
    private final JsonGenerator generator;

    CborOutput(JsonGenerator generator) {
        this.generator = generator.configure(StreamWriteFeature.AUTO_CLOSE_TARGET, false);
    }

    /** Begins an array of so many values; {@link #end} ends it. */
    CborOutput array(int size) {
        generator.writeStartArray(null, size);
        return this;
    }

    void end() {
        generator.writeEndArray();
    }

    /** An array of each element. */
    <T> CborOutput all(Collection<T> elements, Consumer<T> write) {
        array(elements.size());
        elements.forEach(write);
        end();
        return this;
    }

    CborOutput number(long number) {
        generator.writeNumber(number);
        return this;
    }

    CborOutput text(String text) {
        generator.writeString(text);
        return this;
    }

    CborOutput id(UUID id) {
        var bytes = ByteBuffer.allocate(16).putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
        generator.writeBinary(bytes.array());
        return this;
    }

    /** A value that may be absent. */
    <T> CborOutput optional(@Nullable T value, Consumer<T> write) {
        if (value == null) {
            generator.writeNull();
        } else {
            write.accept(value);
        }
        return this;
    }

    @Override
    public void close() {
        generator.close();
    }
}
