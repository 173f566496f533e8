package io.webchat.command.message;

import io.webchat.domain.message.MessageEvent;
import io.webchat.domain.message.MessageId;
import io.webchat.domain.structure.ChannelId;
import io.webchat.domain.structure.CommandId;
import io.webchat.log.Envelope;
import io.webchat.log.LogPosition;
import io.webchat.log.LogRecords;
import io.webchat.log.Partitioning;
import io.webchat.log.Topic;
import io.webchat.log.codec.WireCodec;
import io.webchat.support.log.LogUnavailable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.support.SendResult;

/**
 * Appends to the messages' log, and knows which record of a command came first.
 *
 * <p>An append is complete when all in-sync brokers have it and this instance has read it back: by then it is known
 * whether the same command was appended before, here or anywhere.
 */
final class MessageLog {
    private static final Duration READ_BACK = Duration.ofSeconds(5);

    private final KafkaTemplate<byte[], byte[]> log;
    private final LogRecords records;
    private final RecentMessages recent;
    private final RecordReader reader;

    MessageLog(KafkaTemplate<byte[], byte[]> log, LogRecords records, RecentMessages recent, RecordReader reader) {
        this.log = log;
        this.records = records;
        this.recent = recent;
        this.reader = reader;
    }

    /**
     * The first record of a command.
     *
     * @param positions what a reader must have seen to see its effects: itself, and the structure that it was
     *     authorised on
     */
    record First(MessageEvent event, List<LogPosition> positions) {
        /** What is seen at these positions as well. */
        First and(List<LogPosition> further) {
            return new First(
                    event, Stream.concat(positions.stream(), further.stream()).toList());
        }
    }

    /** The first record of a command that is remembered. */
    Optional<First> find(ChannelId channel, CommandId command) {
        var partition = Partitioning.partitionOf(channel.value());
        var offset = recent.first(partition, channel, command);
        return offset.isEmpty() ? Optional.empty() : Optional.of(read(partition, offset.getAsLong()));
    }

    /** Whether a message may have been posted so long ago that it is not remembered. */
    boolean mayHaveForgotten(ChannelId channel, MessageId message) {
        return mayHaveForgottenSince(channel, message.madeAt());
    }

    /** The same of a command by its client's clock, which may be ahead: no record is older than that, less so much. */
    boolean mayHaveForgottenSince(ChannelId channel, Instant madeAt) {
        var horizon = recent.horizon(Partitioning.partitionOf(channel.value()));
        return !madeAt.minus(MessageId.MAX_AHEAD).isAfter(horizon);
    }

    /** Whoever has read up to here knows the record of a channel that is at an offset. */
    LogPosition position(ChannelId channel, long offset) {
        return LogPosition.after(Topic.MESSAGES, Partitioning.partitionOf(channel.value()), offset);
    }

    /**
     * Whoever has read up to here knows all that this instance has read about some messages: one that was just posted,
     * as others have been shown already, is there then.
     */
    List<LogPosition> lastChanges(ChannelId channel, Collection<MessageId> messages) {
        return messages.stream().flatMapToLong(message -> recent.lastChange(channel, message).stream()).max().stream()
                .mapToObj(offset -> position(channel, offset))
                .toList();
    }

    /** Whoever has read up to here knows all messages that this instance has read. */
    List<LogPosition> read() {
        return recent.read();
    }

    /** Whoever has read up to here knows all messages of a channel that are not remembered. */
    LogPosition forgotten(ChannelId channel) {
        return recent.forgotten(Partitioning.partitionOf(channel.value()));
    }

    /**
     * Appends the events of one command, all in one channel, and waits until they are read back.
     *
     * @param structureOffset the position in the server's partition of structure that the command was decided on
     * @return the first record of the command, which may be an earlier one
     * @throws io.webchat.support.problem.ProblemException {@code log-unavailable} (503) if it is not known whether the
     *     command will have an effect: it is to be repeated
     */
    First append(List<? extends MessageEvent> events, CommandId command, long structureOffset) {
        var sends = new ArrayList<CompletableFuture<SendResult<byte[], byte[]>>>();
        for (var event : events) {
            sends.add(send(event, command, structureOffset));
            if (sends.getLast().isCompletedExceptionally()) {
                break;
            }
        }
        try {
            sends.forEach(CompletableFuture::join);
            var last = sends.getLast().join().getRecordMetadata();
            recent.passed(last.partition(), last.offset()).get(READ_BACK.toMillis(), TimeUnit.MILLISECONDS);
            var event = events.getFirst();
            var own = sends.getFirst().join().getRecordMetadata().offset();
            var first =
                    recent.first(last.partition(), event.channelId(), command).orElse(own);
            var positions = positions(event, last.partition(), last.offset(), structureOffset);
            return first == own
                    ? new First(event, positions)
                    : read(last.partition(), first).and(positions);
        } catch (CompletionException | ExecutionException e) {
            throw LogUnavailable.because(Objects.requireNonNullElse(e.getCause(), e));
        } catch (TimeoutException e) {
            throw LogUnavailable.because(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw LogUnavailable.because(e);
        }
    }

    private First read(int partition, long offset) {
        var record = reader.read(partition, offset);
        var event = WireCodec.MESSAGES.decode(record);
        var structure = Envelope.readLong(record.headers(), Envelope.STRUCTURE_OFFSET);
        return new First(event, positions(event, partition, offset, structure.orElse(0)));
    }

    private static List<LogPosition> positions(MessageEvent event, int partition, long offset, long structureOffset) {
        return List.of(
                LogPosition.after(Topic.MESSAGES, partition, offset),
                new LogPosition(
                        Topic.STRUCTURE,
                        Partitioning.partitionOf(event.serverId().value()),
                        structureOffset));
    }

    private CompletableFuture<SendResult<byte[], byte[]>> send(
            MessageEvent event, CommandId command, long structureOffset) {
        try {
            return log.send(records.message(event, command, structureOffset));
        } catch (RuntimeException e) {
            // Without metadata of the topic, or room in its buffer, the producer fails before it sends.
            return CompletableFuture.failedFuture(e);
        }
    }
}
