package io.webchat.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.webchat.domain.message.MessageId;
import io.webchat.domain.reading.ReadingEvent;
import io.webchat.domain.structure.ChannelId;
import io.webchat.domain.structure.ServerId;
import io.webchat.domain.user.UserId;
import java.time.Instant;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Compaction keeps the last event with a key, so the key has to be what the event is about, and nothing else. */
class ReadingRecordsTest {
    private static final UserId USER = new UserId(UUID.fromString("0197b3a0-0000-7000-8000-000000000004"));
    private static final ServerId SERVER = new ServerId(UUID.fromString("0197b3a0-0000-7000-8000-000000000001"));
    private static final ChannelId CHANNEL = new ChannelId(UUID.fromString("0197b3a0-0000-7000-8000-000000000002"));
    private static final MessageId MESSAGE = new MessageId(UUID.fromString("0197b3a0-0000-7000-8000-000000000003"));
    private static final Instant AT = Instant.parse("2026-01-31T12:34:56.789Z");

    private final LogRecords records = new LogRecords("/webchat/command-service");

    @Test
    void aLaterMarkTakesTheEarlierOnesPlace() {
        assertThat(keyOf(read(null))).isEqualTo(USER + "/" + CHANNEL);
        assertThat(keyOf(new ReadingEvent.MarkedUnread(USER, SERVER, CHANNEL, null, MESSAGE, 3, AT)))
                .isEqualTo(USER + "/" + CHANNEL);
    }

    @Test
    void aThreadIsReadByItself() {
        assertThat(keyOf(read(MESSAGE))).isEqualTo(USER + "/" + CHANNEL + "/" + MESSAGE);
    }

    @Test
    void wishesAreApartFromMarks() {
        assertThat(keyOf(new ReadingEvent.ChannelNotificationsChanged(USER, SERVER, CHANNEL, true, null, AT)))
                .isEqualTo(USER + "/notifications/" + CHANNEL);
        assertThat(keyOf(new ReadingEvent.ServerNotificationsChanged(USER, SERVER, true, null, AT)))
                .isEqualTo(USER + "/notifications/" + SERVER);
    }

    @Test
    void everyRecordIsInItsUsersPartitionAndNamesTheUser() {
        var record = records.reading(read(MESSAGE));

        assertThat(record.topic()).isEqualTo("webchat.reads");
        assertThat(record.partition()).isEqualTo(Partitioning.partitionOf(USER.value()));
        assertThat(ReadingKeys.userOf(new ConsumerRecord<>(record.topic(), 0, 0, record.key(), record.value())))
                .isEqualTo(USER);
    }

    private String keyOf(ReadingEvent event) {
        return new String(records.reading(event).key(), UTF_8);
    }

    private static ReadingEvent read(@Nullable MessageId thread) {
        return new ReadingEvent.Read(USER, SERVER, CHANNEL, thread, MESSAGE, 42, AT);
    }
}
