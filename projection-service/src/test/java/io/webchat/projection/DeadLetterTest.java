package io.webchat.projection;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.webchat.log.Envelope;
import io.webchat.log.Partitioning;
import io.webchat.log.Topic;
import io.webchat.support.log.LogClients;
import io.webchat.test.ServiceInstance;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

/** A record that nobody can read is kept with its cause, counted, and stops nobody. */
class DeadLetterTest {
    @Test
    void whatCannotBeReadIsKeptWithItsCauseAndTheNextMessageIsNumberedAsIfItWereNotThere() {
        try (var service = ServiceInstance.start(ProjectionServiceApplication.class)) {
            var community = Community.founded(service);
            community.posted("before");
            community.append(Topic.MESSAGES, unreadable(community, "no JSON"));
            community.posted("after");

            Queries.at(service)
                    .found(community, "/api/channels/" + community.channel + "/messages")
                    .jsonPath("$.messages[*].content")
                    .value(List.class, said -> assertThat(said).isEqualTo(List.of("before", "after")))
                    .jsonPath("$.messages[1].number")
                    .isEqualTo(2);

            var letter = deadLetterOf(service.bean(LogClients.class), community);
            assertThat(letter.value()).isEqualTo("no JSON".getBytes(UTF_8));
            assertThat(Envelope.read(letter.headers(), "dlt_cause").orElseThrow())
                    .contains("malformed webchat.message.posted.v1");
            assertThat(Envelope.readLong(letter.headers(), "dlt_offset")).isPresent();
            assertThat(service.bean(MeterRegistry.class)
                            .counter("webchat.projection.dead.letters", "view", "timeline")
                            .count())
                    .isPositive();
        }
    }

    @Test
    void aRecordAsLargeAsTheLogTakesThemStopsNobodyThoughItsLetterHasNoRoomForIt() {
        try (var service = ServiceInstance.start(ProjectionServiceApplication.class)) {
            var community = Community.founded(service);
            community.append(Topic.MESSAGES, unreadable(community, "x".repeat(1_048_000)));
            community.posted("after");

            Queries.at(service)
                    .found(community, "/api/channels/" + community.channel + "/messages")
                    .jsonPath("$.messages[*].content")
                    .value(List.class, said -> assertThat(said).isEqualTo(List.of("after")));

            var letter = deadLetterOf(service.bean(LogClients.class), community);
            assertThat(letter.value()).isNull();
            assertThat(Envelope.read(letter.headers(), "dlt_cause").orElseThrow())
                    .contains("malformed webchat.message.posted.v1");
        }
    }

    private static ProducerRecord<byte[], byte[]> unreadable(Community community, String value) {
        var record = new ProducerRecord<>(
                Topic.MESSAGES.topicName(),
                partition(community),
                null,
                key(community).getBytes(UTF_8),
                value.getBytes(UTF_8));
        record.headers().add(Envelope.TYPE, "webchat.message.posted.v1".getBytes(UTF_8));
        return record;
    }

    private static ConsumerRecord<byte[], byte[]> deadLetterOf(LogClients clients, Community community) {
        var partition = new TopicPartition(Topic.MESSAGES.deadLetterTopicName(), partition(community));
        try (var consumer = clients.tailConsumer()) {
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            var end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
            while (consumer.position(partition) < end) {
                for (var record : consumer.poll(Duration.ofMillis(100))) {
                    // Every view of the topic has one of its own.
                    var view = Envelope.read(record.headers(), "dlt_view");
                    if (new String(record.key(), UTF_8).equals(key(community))
                            && view.equals(Optional.of("timeline"))) {
                        return record;
                    }
                }
            }
        }
        throw new AssertionError("no dead letter with the key " + key(community));
    }

    private static int partition(Community community) {
        return Partitioning.partitionOf(community.channel.value());
    }

    private static String key(Community community) {
        return community.channel + "/broken";
    }
}
