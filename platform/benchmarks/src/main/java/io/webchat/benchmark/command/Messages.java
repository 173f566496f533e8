package io.webchat.benchmark.command;

import io.webchat.domain.message.MessageEvent;
import io.webchat.domain.message.MessageId;
import io.webchat.domain.structure.ChannelId;
import io.webchat.domain.structure.CommandId;
import io.webchat.domain.structure.ServerId;
import io.webchat.domain.user.UserId;
import io.webchat.log.Ids;
import io.webchat.log.LogRecords;
import java.time.Instant;
import org.apache.kafka.clients.producer.ProducerRecord;

/** What both sides write: the same text, as the record that the platform would make of it. */
final class Messages {
    static final String CONTENT =
            "Shall we meet at eight, at the usual place? I will bring the map, and you know who to ask about the boat.";

    private static final LogRecords RECORDS = new LogRecords("/webchat/command-service");

    private Messages() {}

    /** A fresh record of the same size as those of the log, key and headers included, for another topic. */
    static ProducerRecord<byte[], byte[]> record(String topic, int partition) {
        var event = MessageEvent.Posted.text(
                new ServerId(Ids.fresh()),
                new ChannelId(Ids.fresh()),
                new MessageId(Ids.fresh()),
                new UserId(Ids.fresh()),
                CONTENT,
                Instant.now());
        var original = RECORDS.message(event, new CommandId(event.messageId().value()), 1_000);
        return new ProducerRecord<>(topic, partition, original.key(), original.value(), original.headers());
    }
}
