package io.webchat.push.gateway;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Puts the parts of a client's text frame together, up to a size. For the one thread that reads the client's frames.
 */
final class TextAssembly {
    private final long maxBytes;
    private final StringBuilder text = new StringBuilder();
    private long bytes;

    /** A frame that is too large. */
    static final class TooLargeException extends Exception {
        private TooLargeException() {
            super("the frame is too large", null, false, false);
        }
    }

    TextAssembly(long maxBytes) {
        this.maxBytes = maxBytes;
    }

    /** Adds a part; the whole text if it was the last one. */
    Optional<String> add(String part, boolean last) throws TooLargeException {
        bytes += part.getBytes(StandardCharsets.UTF_8).length;
        if (bytes > maxBytes) {
            text.setLength(0);
            text.trimToSize();
            throw new TooLargeException();
        }
        if (last && text.isEmpty()) {
            bytes = 0;
            return Optional.of(part);
        }
        text.append(part);
        if (!last) {
            return Optional.empty();
        }
        var whole = text.toString();
        text.setLength(0);
        text.trimToSize();
        bytes = 0;
        return Optional.of(whole);
    }
}
