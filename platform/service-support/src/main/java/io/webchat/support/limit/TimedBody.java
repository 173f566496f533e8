package io.webchat.support.limit;

import jakarta.servlet.ServletInputStream;
import java.io.IOException;
import java.net.SocketTimeoutException;

/** Ends the request once its body has taken too long, or has stopped to arrive. */
final class TimedBody extends LimitedBody {
    private final RequestDeadline deadline;

    TimedBody(ServletInputStream body, RequestDeadline deadline) {
        super(body);
        this.deadline = deadline;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        deadline.readingBegins();
        try {
            return readBody(buffer, offset, length);
        } catch (IOException e) {
            if (isTimeout(e)) {
                throw RequestDeadline.bodyTimeout();
            }
            throw e;
        } finally {
            deadline.readingEnds();
        }
    }

    private static boolean isTimeout(IOException e) {
        return e instanceof SocketTimeoutException || e.getCause() instanceof SocketTimeoutException;
    }
}
