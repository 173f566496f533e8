package io.webchat.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.webchat.domain.message.Mentions;
import io.webchat.domain.message.MessageChange;
import io.webchat.domain.message.MessageEvent;
import io.webchat.domain.message.MessageId;
import io.webchat.domain.structure.ChannelId;
import io.webchat.domain.structure.CommandId;
import io.webchat.domain.structure.RoleId;
import io.webchat.domain.structure.ServerId;
import io.webchat.domain.user.UserId;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

class LogRecordsTest {
    private static final ServerId SERVER = new ServerId(UUID.fromString("0197b3a0-0000-7000-8000-000000000001"));
    private static final ChannelId CHANNEL = new ChannelId(UUID.fromString("0197b3a0-0000-7000-8000-000000000002"));
    private static final MessageId MESSAGE = new MessageId(UUID.fromString("0197b3a0-0000-7000-8000-000000000003"));
    private static final UserId AUTHOR = new UserId(UUID.fromString("0197b3a0-0000-7000-8000-000000000004"));
    private static final MessageEvent POSTED = MessageEvent.Posted.text(
            SERVER, CHANNEL, MESSAGE, AUTHOR, "Hello", Instant.parse("2026-01-31T12:34:56.789123Z"));

    private static final CommandId CAUSE = new CommandId(MESSAGE.value());

    private final LogRecords records = new LogRecords("/webchat/command-service");

    @Test
    void aMessageIsACloudEventInItsChannelsPartition() {
        var record = records.message(POSTED, CAUSE, 17);

        assertThat(record.topic()).isEqualTo("webchat.messages");
        assertThat(record.partition()).isEqualTo(Partitioning.partitionOf(CHANNEL.value()));
        assertThat(new String(record.value(), UTF_8)).isEqualTo("""
                        {"serverId":"0197b3a0-0000-7000-8000-000000000001",\
                        "channelId":"0197b3a0-0000-7000-8000-000000000002",\
                        "messageId":"0197b3a0-0000-7000-8000-000000000003",\
                        "authorId":"0197b3a0-0000-7000-8000-000000000004",\
                        "content":"Hello","at":"2026-01-31T12:34:56.789Z"}""");
        var headers = headers(record);
        var recordId = headers.remove("ce_id");
        assertThat(new String(record.key(), UTF_8)).isEqualTo(CHANNEL + "/" + MESSAGE + "/" + recordId);
        assertThat(headers)
                .containsExactly(
                        Map.entry("content-type", "application/json"),
                        Map.entry("ce_specversion", "1.0"),
                        Map.entry("ce_source", "/webchat/command-service"),
                        Map.entry("ce_type", "webchat.message.posted.v1"),
                        Map.entry("ce_time", "2026-01-31T12:34:56.789Z"),
                        Map.entry("ce_subject", CHANNEL.toString()),
                        Map.entry("ce_serverid", SERVER.toString()),
                        Map.entry("ce_structureoffset", "17"),
                        Map.entry("ce_userid", AUTHOR.toString()),
                        Map.entry("ce_commandid", MESSAGE.toString()));
    }

    @Test
    void whomAMessageCallsIsToldByItsHeaders() {
        var mentions = new Mentions(List.of(AUTHOR), List.of(RoleId.parse(SERVER.toString())), true);
        var calling = new MessageEvent.Posted(
                SERVER, CHANNEL, MESSAGE, AUTHOR, "Hello", null, null, mentions, null, POSTED.at());
        var edited = new MessageChange.Edited(SERVER, CHANNEL, MESSAGE, AUTHOR, 1, "Hello", mentions, POSTED.at());
        for (var event : List.of(calling, edited)) {
            var record = records.message(event, CAUSE, 17);

            assertThat(headers(record)).containsEntry("ce_mentions", "@everyone @" + AUTHOR + " @&" + SERVER);
            assertThat(MessageRecords.mentionsOf(consumed(record))).contains(mentions);
            assertThat(MessageRecords.actorOf(consumed(record))).contains(AUTHOR);
        }
        assertThat(MessageRecords.mentionsOf(consumed(records.message(POSTED, CAUSE, 17))))
                .isEmpty();
    }

    @Test
    void aHeaderThatIsNotUnderstoodHoldsNoMessageUp() {
        var record = records.message(POSTED, CAUSE, 17);
        record.headers().remove("ce_userid").add("ce_userid", "somebody".getBytes(UTF_8));
        var known = new Mentions(List.of(AUTHOR), List.of(), false);
        for (var header : List.of("@here @" + AUTHOR, "@" + AUTHOR + " @&later #channel", "  @" + AUTHOR + " @")) {
            record.headers().remove("ce_mentions").add("ce_mentions", header.getBytes(UTF_8));
            assertThat(MessageRecords.mentionsOf(consumed(record))).as(header).contains(known);
        }
        assertThat(MessageRecords.actorOf(consumed(record))).isEmpty();
    }

    private static ConsumerRecord<byte[], byte[]> consumed(ProducerRecord<byte[], byte[]> record) {
        return new ConsumerRecord<>(
                record.topic(),
                record.partition(),
                0,
                0,
                TimestampType.CREATE_TIME,
                record.key().length,
                record.value().length,
                record.key(),
                record.value(),
                record.headers(),
                Optional.empty());
    }

    @Test
    void everyAppendHasARecordIdOfItsOwn() {
        assertThat(records.message(POSTED, CAUSE, 17).key())
                .isNotEqualTo(records.message(POSTED, CAUSE, 17).key());
    }

    private static Map<String, String> headers(ProducerRecord<byte[], byte[]> record) {
        var headers = new LinkedHashMap<String, String>();
        record.headers().forEach(header -> headers.put(header.key(), new String(header.value(), UTF_8)));
        return headers;
    }
}
