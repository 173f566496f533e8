package io.webchat.backup.log;

import io.webchat.backup.BackupException;
import io.webchat.backup.Progress;
import io.webchat.backup.archive.BackupReader;
import io.webchat.backup.archive.Manifest.SavedPartition;
import io.webchat.domain.structure.ServerId;
import io.webchat.log.Envelope;
import io.webchat.log.Partitioning;
import io.webchat.log.Topic;
import io.webchat.log.codec.StructureOutcome;
import io.webchat.log.codec.UnreadableRecordException;
import io.webchat.log.codec.WireCodec;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/**
 * Writes a saved log into topics that nothing was ever written to. Every record gets into its partition, in its order,
 * with its key, timestamp, value and headers, so its ids and what they make idempotent; only what names a position of
 * {@code webchat.structure} names the new one: {@code ce_structureoffset} of messages, and the outcomes of commands.
 *
 * <p>Each acknowledged offset is compared with the one that the record must have: nobody else writes meanwhile, or this
 * fails.
 */
public final class LogRestore {
    private final BackupReader backup;
    private final KafkaClients clients;
    private final List<NewPositions> structure = IntStream.range(0, Topic.PARTITIONS)
            .mapToObj(partition -> new NewPositions())
            .toList();
    private final long[] ends;
    private final References references = new References();
    private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();
    private long restored;

    public LogRestore(BackupReader backup, KafkaClients clients) {
        this.backup = backup;
        this.clients = clients;
        this.ends = backup.manifest().topic(Topic.STRUCTURE.topicName()).partitions().stream()
                .mapToLong(SavedPartition::until)
                .toArray();
    }

    /** Restores all topics; returns how many records that were. */
    public long restore(Progress progress) throws IOException {
        try (var producer = clients.producer()) {
            for (var topic : SavedTopics.RESTORED) {
                restore(topic, producer, progress);
            }
        }
        return restored;
    }

    /** What the restored log refers to. */
    public References references() {
        return references;
    }

    private void restore(Topic topic, Producer<byte[], byte[]> producer, Progress progress) throws IOException {
        var next = new long[Topic.PARTITIONS];
        backup.<ConsumerRecord<byte[], byte[]>>read(
                SavedTopics.fileOf(topic), from -> RecordFormat.read(topic, from), record -> {
                    note(topic, record);
                    var renewed = renewed(topic, record);
                    if (renewed.isPresent()) {
                        var expected = next[record.partition()]++;
                        producer.send(renewed.get(), acknowledged(topic, record.partition(), expected));
                        restored++;
                    }
                    requireNoFailure();
                    progress.report(
                            () -> topic.topicName() + ": " + Arrays.stream(next).sum() + " records");
                });
        producer.flush();
        requireNoFailure();
    }

    private void note(Topic topic, ConsumerRecord<byte[], byte[]> record) {
        if (topic == Topic.STRUCTURE) {
            structure.get(record.partition()).add(record.offset());
        }
        if (record.value() != null) {
            try {
                references.read(topic, record);
            } catch (UnreadableRecordException e) {
                // Views could not read it before either; the log keeps it.
            }
        }
    }

    /**
     * Empty for an outcome of which the events are not in the backup: the command is decided anew if it is repeated.
     */
    private Optional<ProducerRecord<byte[], byte[]>> renewed(Topic topic, ConsumerRecord<byte[], byte[]> record) {
        return switch (topic) {
            case MESSAGES -> Optional.of(record(record, withNewPosition(record.headers()), record.value()));
            case STRUCTURE_OUTCOMES -> outcome(record).map(value -> record(record, record.headers(), value));
            case STRUCTURE, USERS, READS, STRUCTURE_COMMANDS ->
                Optional.of(record(record, record.headers(), record.value()));
        };
    }

    private static ProducerRecord<byte[], byte[]> record(
            ConsumerRecord<byte[], byte[]> old, Headers headers, byte @Nullable [] value) {
        return new ProducerRecord<>(old.topic(), old.partition(), old.timestamp(), old.key(), value, headers);
    }

    private Headers withNewPosition(Headers headers) {
        var old = Envelope.readLong(headers, Envelope.STRUCTURE_OFFSET);
        var server = Envelope.read(headers, Envelope.SERVER_ID);
        if (old.isEmpty() || server.isEmpty()) {
            return headers;
        }
        var partition = Partitioning.partitionOf(ServerId.parse(server.get()).value());
        var position = structure.get(partition).of(old.getAsLong());
        var result = new RecordHeaders();
        for (var header : headers) {
            result.add(
                    header.key().equals(Envelope.STRUCTURE_OFFSET)
                            ? new RecordHeader(
                                    header.key(), Long.toString(position).getBytes(StandardCharsets.US_ASCII))
                            : header);
        }
        return result;
    }

    private Optional<byte[]> outcome(ConsumerRecord<byte[], byte[]> record) {
        StructureOutcome outcome;
        try {
            outcome = WireCodec.STRUCTURE_OUTCOMES.decode(record);
        } catch (UnreadableRecordException e) {
            return Optional.empty();
        }
        return switch (outcome) {
            case StructureOutcome.Rejected rejected -> Optional.of(record.value());
            case StructureOutcome.Failed failed -> Optional.of(record.value());
            case StructureOutcome.Accepted accepted -> {
                var partition = Partitioning.partitionOf(accepted.serverId().value());
                yield accepted.nextOffset() > ends[partition]
                        ? Optional.empty()
                        : Optional.of(WireCodec.STRUCTURE_OUTCOMES.encode(new StructureOutcome.Accepted(
                                accepted.commandId(),
                                accepted.serverId(),
                                structure.get(partition).of(accepted.nextOffset()),
                                accepted.channelId(),
                                accepted.inviteCode())));
            }
        };
    }

    private Callback acknowledged(Topic topic, int partition, long expected) {
        return (metadata, exception) -> {
            if (exception != null) {
                failure.compareAndSet(null, exception);
            } else if (metadata.offset() != expected) {
                failure.compareAndSet(
                        null,
                        new BackupException("A record of " + topic.topicName() + "-" + partition + " got offset "
                                + metadata.offset() + " (expected: " + expected
                                + "): somebody else writes there. Stop all services, and begin with empty topics."));
            }
        };
    }

    private void requireNoFailure() {
        var exception = failure.get();
        if (exception instanceof BackupException known) {
            throw known;
        }
        if (exception != null) {
            throw new BackupException("Kafka did not take a record: " + exception.getMessage(), exception);
        }
    }
}
