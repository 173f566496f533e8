package io.webchat.backup.store;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.Arrays;
import org.bson.RawBsonDocument;
import org.jspecify.annotations.Nullable;

/** Documents one after the other, as {@code mongodump} writes them and {@code bsondump} reads them. */
final class BsonFormat {
    private static final int SMALLEST = 5;

    /** Of a document, by MongoDB's limit and some room. */
    private static final int LARGEST = 17 << 20;

    private BsonFormat() {}

    static void write(RawBsonDocument document, DataOutputStream to) throws IOException {
        var bytes = document.getByteBuffer();
        var copy = new byte[bytes.remaining()];
        bytes.get(copy);
        to.write(copy);
    }

    /** Null at the end. */
    static @Nullable RawBsonDocument read(DataInputStream from) throws IOException {
        var first = from.read();
        if (first < 0) {
            return null;
        }
        var length = first | from.readUnsignedByte() << 8 | from.readUnsignedByte() << 16 | from.readByte() << 24;
        if (length < SMALLEST || length > LARGEST) {
            throw new IOException("a document of " + length + " bytes");
        }
        var bytes = Arrays.copyOf(new byte[] {(byte) length, (byte) (length >> 8), (byte) (length >> 16), 0}, length);
        bytes[3] = (byte) (length >> 24);
        if (from.readNBytes(bytes, 4, length - 4) < length - 4) {
            throw new EOFException("it ends within a document");
        }
        return new RawBsonDocument(bytes);
    }
}
