package io.webchat.push.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Puts the parts of a client's text frame together, up to a size. For the one thread that reads the client's frames.
 */
final class TextAssembly {
    private final LongSupplier maxBytes;
    private ByteArrayOutputStream parts = new ByteArrayOutputStream(0);

    /** A frame that is too large. */
    static final class TooLargeException extends Exception {
        private TooLargeException() {
            super("the frame is too large", null, false, false);
        }
    }

    /** @param maxBytes of a frame, asked for each part */
    TextAssembly(LongSupplier maxBytes) {
        this.maxBytes = maxBytes;
    }

    /**
     * Adds a part; the whole text if it was the last one.
     *
     * @throws CharacterCodingException if the whole is not UTF-8
     */
    Optional<String> add(ByteBuffer part, boolean last) throws TooLargeException, CharacterCodingException {
        if (parts.size() + part.remaining() > maxBytes.getAsLong()) {
            parts = new ByteArrayOutputStream(0);
            throw new TooLargeException();
        }
        if (last && parts.size() == 0) {
            return Optional.of(decode(part));
        }
        var bytes = new byte[part.remaining()];
        part.get(bytes);
        parts.writeBytes(bytes);
        if (!last) {
            return Optional.empty();
        }
        var whole = ByteBuffer.wrap(parts.toByteArray());
        parts = new ByteArrayOutputStream(0);
        return Optional.of(decode(whole));
    }

    private static String decode(ByteBuffer text) throws CharacterCodingException {
        return UTF_8.newDecoder().decode(text).toString();
    }
}
