package io.webchat.command.attachment;

import io.webchat.domain.attachment.Attachment;
import io.webchat.domain.message.MessageEvent;
import io.webchat.domain.structure.ChannelId;
import io.webchat.log.MessageRecords;
import io.webchat.log.Partitioning;
import io.webchat.log.Topic;
import io.webchat.log.codec.WireCodec;
import io.webchat.support.attachment.StoredAttachment;
import io.webchat.support.log.LogClients;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.springframework.stereotype.Component;

/**
 * Tells whether the message that a file was bound to came into the log, by what the log has of the time after that: for
 * the few of which it was not known when they were sent.
 */
@Component
class Carriers {
    /**
     * By then a message is in the log, or never will be: far beyond the time that a request and its append may take.
     */
    static final Duration SETTLED = Duration.ofHours(1);

    /** By how much the clocks of instances and brokers may differ. */
    private static final Duration SKEW = Duration.ofMinutes(5);

    private static final Duration READ_WITHIN = Duration.ofMinutes(1);
    private static final Duration POLL = Duration.ofSeconds(1);

    private final LogClients clients;

    Carriers(LogClients clients) {
        this.clients = clients;
    }

    /**
     * Whether the log has a message that carries a file.
     *
     * @param boundAt when it was bound to the message, longer than {@link #SETTLED} ago
     * @throws org.apache.kafka.common.KafkaException if the log cannot be read now
     */
    boolean carry(StoredAttachment file, Instant boundAt) {
        var channel = ChannelId.parse(file.channelId());
        var partition = new TopicPartition(Topic.MESSAGES.topicName(), Partitioning.partitionOf(channel.value()));
        try (var consumer = clients.tailConsumer()) {
            consumer.assign(List.of(partition));
            var first = consumer.offsetsForTimes(
                            Map.of(partition, boundAt.minus(SKEW).toEpochMilli()))
                    .get(partition);
            if (first == null) {
                return false;
            }
            consumer.seek(partition, first.offset());
            return isFound(consumer, partition, file, boundAt.plus(SETTLED).toEpochMilli());
        }
    }

    private static boolean isFound(
            Consumer<byte[], byte[]> consumer, TopicPartition partition, StoredAttachment file, long until) {
        var end = Objects.requireNonNull(consumer.endOffsets(List.of(partition)).get(partition));
        var deadline = System.nanoTime() + READ_WITHIN.toNanos();
        while (consumer.position(partition) < end) {
            if (System.nanoTime() > deadline) {
                throw new TimeoutException("an hour of " + partition + " was not read within " + READ_WITHIN);
            }
            for (var record : consumer.poll(POLL)) {
                if (record.timestamp() > until) {
                    return false;
                }
                if (isCarrier(record, file)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isCarrier(ConsumerRecord<byte[], byte[]> record, StoredAttachment file) {
        return record.value() != null
                && MessageRecords.isPosted(record)
                && MessageRecords.messageOf(record).equals(file.channelId() + "/" + file.messageId())
                && WireCodec.MESSAGES.decode(record) instanceof MessageEvent.Posted posted
                && Objects.requireNonNullElse(posted.attachments(), List.<Attachment>of()).stream()
                        .anyMatch(carried -> carried.id().toString().equals(file.id()));
    }
}
