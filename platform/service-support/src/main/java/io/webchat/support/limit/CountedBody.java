package io.webchat.support.limit;

import jakarta.servlet.ServletInputStream;
import java.io.IOException;
import org.springframework.util.unit.DataSize;

/** Ends the request once the body is larger than allowed. */
final class CountedBody extends LimitedBody {
    private final DataSize limit;
    private long count;

    CountedBody(ServletInputStream body, DataSize limit) {
        super(body);
        this.limit = limit;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        var read = readBody(buffer, offset, length);
        count += Math.max(0, read);
        if (count > limit.toBytes()) {
            throw BodyLimitFilter.tooLarge(limit);
        }
        return read;
    }
}
