package io.webchat.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.webchat.domain.message.PinEvent;
import io.webchat.domain.reading.ReadingEvent;
import io.webchat.log.Partitioning;
import io.webchat.log.Topic;
import io.webchat.projection.consume.Projection;
import io.webchat.projection.consume.ViewFreshness;
import io.webchat.support.consistency.ConsistencyToken;
import io.webchat.support.log.LogClients;
import io.webchat.support.problem.ProblemException;
import io.webchat.test.ServiceInstance;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Query;

/** A view is a function of the log: rebuilt from zero it is the same, and what nobody can read does not stop it. */
class ViewLawsTest {
    private static final List<String> VIEWS = List.of(
            "messages",
            "message_numbers",
            "channel_heads",
            "pins",
            "pin_spans",
            "tallies",
            "calls",
            "thread_memberships",
            "read_marks",
            "notification_wishes",
            "servers",
            "members",
            "channel_past",
            "membership_past",
            "invites",
            "bans",
            "conversations",
            "audit_entries",
            "audit_reasons",
            "audit_heads",
            "profiles");

    @Test
    void everyViewRebuiltFromZeroEqualsTheLiveOne() {
        try (var live = ServiceInstance.start(ProjectionServiceApplication.class)) {
            var community = history(live);
            readAll(live, community);

            try (var rebuilt = ServiceInstance.start(ProjectionServiceApplication.class)) {
                readAll(rebuilt, community);

                assertThat(views(rebuilt)).isEqualTo(views(live));
            }
        }
    }

    @Test
    void aRestartedServiceGoesOnWhereItsStoreIs() {
        var database = "MONGO_DATABASE=laws-" + UUID.randomUUID();
        Community community;
        Map<String, List<Document>> before;
        try (var first = ServiceInstance.start(ProjectionServiceApplication.class, database)) {
            community = history(first);
            readAll(first, community);
            before = views(first);
        }
        try (var second = ServiceInstance.start(ProjectionServiceApplication.class, database)) {
            readAll(second, community);

            assertThat(views(second)).isEqualTo(before);
        }
    }

    /** With retries, and with records that nobody can read or apply in between. */
    private static Community history(ServiceInstance instance) {
        var community = Community.founded(instance);
        community.joined(instance.user(), "ben");
        var first = community.posted("first");
        unreadable(community, Topic.MESSAGES);
        community.posted("second");
        community.append(first);
        unreadable(community, Topic.STRUCTURE);
        community.joined(instance.user(), "cem");
        community.append(first);
        community.posted("third");
        var ada = community.owner.id();
        community.append(new PinEvent.Pinned(community.server, community.channel, first.messageId(), ada, first.at()));
        community.append(new ReadingEvent.Read(
                ada, community.server, community.channel, null, first.messageId(), 1, first.at()));
        community.append(new ReadingEvent.ServerNotificationsChanged(ada, community.server, true, null, first.at()));
        return community;
    }

    private static void unreadable(Community community, Topic topic) {
        var partition = Partitioning.partitionOf(
                topic == Topic.MESSAGES ? community.channel.value() : community.server.value());
        community.append(
                topic,
                new ProducerRecord<>(
                        topic.topicName(),
                        partition,
                        null,
                        "no/such/thing".getBytes(StandardCharsets.UTF_8),
                        "{}".getBytes(StandardCharsets.UTF_8)));
    }

    private static void readAll(ServiceInstance instance, Community community) {
        var queries = Queries.at(instance);
        queries.found(community, "/api/channels/" + community.channel + "/messages")
                .jsonPath("$.messages[*].content")
                .value(List.class, said -> assertThat(said).isEqualTo(List.of("first", "second", "third")));
        queries.found(community, "/api/servers/" + community.server)
                .jsonPath("$.memberCount")
                .isEqualTo(3);
        queries.found(community, "/api/servers/" + community.server + "/members")
                .jsonPath("$.members.length()")
                .isEqualTo(3);
        queries.found(community, "/api/channels/" + community.channel + "/unread")
                .jsonPath("$.readUpTo")
                .isEqualTo(1);
        queries.found(community, "/api/invites/" + community.invite)
                .jsonPath("$.serverName")
                .isEqualTo("Rocket club");
        queries.found(community, "/api/servers/" + community.server + "/invites")
                .jsonPath("$.invites[0].createdAt")
                .exists();
        queries.found(community, "/api/servers/" + community.server + "/audit-log")
                .jsonPath("$.entries.length()")
                .value(Integer.class, count -> assertThat(count).isPositive());
        queries.found(community, "/api/channels/" + community.channel + "/past/members?at=2026-02-01T00:00:00Z")
                .jsonPath("$.members.length()")
                .isEqualTo(3);
    }

    /** Every collection, once it has all that is in the log: other tests have written there too. */
    private static Map<String, List<Document>> views(ServiceInstance instance) {
        var end = endOfTheLog(instance);
        var freshness = instance.bean(ViewFreshness.class);
        instance.context()
                .getBeanProvider(Projection.class)
                .forEach(projection -> await().atMost(Duration.ofSeconds(60))
                        .ignoreExceptionsInstanceOf(ProblemException.class)
                        .untilAsserted(() -> freshness.await(projection.view(), end)));
        var mongo = instance.bean(MongoTemplate.class);
        var views = new LinkedHashMap<String, List<Document>>();
        for (var view : VIEWS) {
            views.put(view, mongo.find(new Query().with(Sort.by("_id")), Document.class, view));
        }
        return views;
    }

    private static ConsistencyToken endOfTheLog(ServiceInstance instance) {
        try (var consumer = instance.bean(LogClients.class).tailConsumer()) {
            var end = ConsistencyToken.EMPTY;
            for (var topic : Topic.values()) {
                var partitions = IntStream.range(0, Topic.PARTITIONS)
                        .mapToObj(partition -> new TopicPartition(topic.topicName(), partition))
                        .toList();
                for (var partition : consumer.endOffsets(partitions).entrySet()) {
                    end = end.with(topic.stream(partition.getKey().partition()), partition.getValue());
                }
            }
            return end;
        }
    }
}
