package io.webchat.command.attachment;

import io.webchat.support.image.ContentTypes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.LongConsumer;

/**
 * The bytes of a file on their way in. Counts them, asks for room before it hands on more than there is room for,
 * computes their checksum and keeps the first ones, which tell what kind of file it is.
 */
final class UploadBody extends InputStream {
    /** As many as {@link ContentTypes} may look at. */
    private static final int HEAD = 64 * 1024;

    /**
     * How much room a body that does not say how long it is asks for at a time. So much may be missing for it although
     * it would just fit.
     */
    private static final long STEP = 64 * 1024;

    private final InputStream body;
    private final LongConsumer room;
    private final MessageDigest digest = sha256();
    private final ByteArrayOutputStream head = new ByteArrayOutputStream();
    private long granted;
    private long count;

    /**
     * Wraps a body.
     *
     * @param declared how long the body says it is; negative if it does not say
     * @param room called with the number of bytes that room is needed for; throws if there is none
     */
    UploadBody(InputStream body, long declared, LongConsumer room) {
        this.body = body;
        this.room = room;
        demand(Math.max(0, declared));
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        var read = body.read(buffer, offset, length);
        if (read > 0) {
            count += read;
            if (count > granted) {
                demand(Math.max(STEP, count - granted));
            }
            digest.update(buffer, offset, read);
            head.write(buffer, offset, Math.min(read, HEAD - head.size()));
        }
        return read;
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    long count() {
        return count;
    }

    /** Room that was granted and turned out not to be needed. */
    long spare() {
        return granted - count;
    }

    byte[] head() {
        return head.toByteArray();
    }

    /** In hexadecimal digits. To be asked for once, at the end. */
    String sha256Hex() {
        return HexFormat.of().formatHex(digest.digest());
    }

    private void demand(long bytes) {
        room.accept(bytes);
        granted += bytes;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
