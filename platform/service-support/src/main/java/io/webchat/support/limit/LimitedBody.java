package io.webchat.support.limit;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;

/** A body of which every read passes through one method. */
abstract class LimitedBody extends ServletInputStream {
    private final ServletInputStream body;

    LimitedBody(ServletInputStream body) {
        this.body = body;
    }

    @Override
    public abstract int read(byte[] buffer, int offset, int length) throws IOException;

    final int readBody(byte[] buffer, int offset, int length) throws IOException {
        return body.read(buffer, offset, length);
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public boolean isFinished() {
        return body.isFinished();
    }

    @Override
    public boolean isReady() {
        return body.isReady();
    }

    /** Non-blocking reads would evade the limits, and no service of ours uses them. */
    @Override
    public void setReadListener(ReadListener listener) {
        throw new UnsupportedOperationException("non-blocking reads are not limited, so not allowed");
    }
}
