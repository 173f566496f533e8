package io.webchat.backup.log;

import io.webchat.log.Topic;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;

/**
 * A record in a backup: {@code 1}, partition (32 bits), offset, timestamp (64), key and value (length in 32 bits, -1
 * for none, and bytes), and its headers (their number in 32 bits, each a name in modified UTF-8 and a value like those
 * above). After the last one a {@code 0}.
 */
final class RecordFormat {
    private static final int RECORD = 1;
    private static final int END = 0;

    /** More than any broker takes: what is larger is no record, but noise. */
    private static final int LARGEST = 64 << 20;

    private RecordFormat() {}

    static void write(ConsumerRecord<byte[], byte[]> record, DataOutputStream to) throws IOException {
        to.writeByte(RECORD);
        to.writeInt(record.partition());
        to.writeLong(record.offset());
        to.writeLong(record.timestamp());
        write(record.key(), to);
        write(record.value(), to);
        var headers = record.headers().toArray();
        to.writeInt(headers.length);
        for (var header : headers) {
            to.writeUTF(header.key());
            write(header.value(), to);
        }
    }

    static void writeEnd(DataOutputStream to) throws IOException {
        to.writeByte(END);
    }

    /** Null at the end. */
    static @Nullable ConsumerRecord<byte[], byte[]> read(Topic topic, DataInputStream from) throws IOException {
        if (from.readByte() == END) {
            return null;
        }
        var partition = from.readInt();
        var offset = from.readLong();
        var timestamp = from.readLong();
        var key = readBytes(from);
        var value = readBytes(from);
        var headers = new RecordHeaders();
        for (var left = from.readInt(); left > 0; left--) {
            headers.add(from.readUTF(), readBytes(from));
        }
        return new ConsumerRecord<>(
                topic.topicName(),
                partition,
                offset,
                timestamp,
                TimestampType.CREATE_TIME,
                key == null ? ConsumerRecord.NULL_SIZE : key.length,
                value == null ? ConsumerRecord.NULL_SIZE : value.length,
                key,
                value,
                headers,
                Optional.empty());
    }

    private static void write(byte @Nullable [] bytes, DataOutputStream to) throws IOException {
        to.writeInt(bytes == null ? -1 : bytes.length);
        if (bytes != null) {
            to.write(bytes);
        }
    }

    private static byte @Nullable [] readBytes(DataInputStream from) throws IOException {
        var length = from.readInt();
        if (length < 0) {
            return null;
        }
        if (length > LARGEST) {
            throw new IOException("a length of " + length + " bytes");
        }
        return from.readNBytes(length);
    }
}
