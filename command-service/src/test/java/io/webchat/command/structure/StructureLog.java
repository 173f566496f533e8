package io.webchat.command.structure;

import io.webchat.domain.structure.ChannelEvent;
import io.webchat.domain.structure.ChannelId;
import io.webchat.domain.structure.CommandId;
import io.webchat.domain.structure.InviteCode;
import io.webchat.domain.structure.InviteEvent;
import io.webchat.domain.structure.MemberEvent;
import io.webchat.domain.structure.ServerEvent;
import io.webchat.domain.structure.ServerId;
import io.webchat.domain.structure.StructureEvent;
import io.webchat.domain.user.UserId;
import io.webchat.log.Ids;
import io.webchat.log.LogEpoch;
import io.webchat.log.LogRecords;
import io.webchat.log.Topic;
import io.webchat.log.replica.StructureReplica;
import io.webchat.log.replica.StructureSnapshot;
import io.webchat.standalone.engine.EmbeddedKafka;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** A Kafka of its own with the topics of the log, written to as the structure writer does: in transactions. */
final class StructureLog implements AutoCloseable {
    private static final LogRecords RECORDS = new LogRecords("/webchat/test");
    private static final Instant AT = Instant.parse("2026-01-31T12:34:56.789Z");

    private final EmbeddedKafka kafka;
    private final Admin admin;
    private final Producer<byte[], byte[]> producer;

    StructureLog(Path directory) throws Exception {
        kafka = EmbeddedKafka.start(directory, 0);
        admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()));
        createTopics();
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka.bootstrapServers(), "transactional.id", "structure-log"),
                new ByteArraySerializer(),
                new ByteArraySerializer());
        producer.initTransactions();
    }

    LogEpoch epoch() {
        return LogEpoch.read(admin);
    }

    /** The same names and, from the first record on, the same offsets, but another log. */
    void deleteAndCreateTopics() throws Exception {
        var names = Arrays.stream(Topic.values()).map(Topic::topicName).toList();
        admin.deleteTopics(names).all().get();
        while (admin.listTopics().names().get().contains(Topic.STRUCTURE.topicName())) {
            Thread.onSpinWait();
        }
        createTopics();
    }

    void append(Stream<StructureEvent> events) throws Exception {
        producer.beginTransaction();
        events.forEach(event -> producer.send(RECORDS.structure(event, new CommandId(Ids.fresh()))));
        producer.commitTransaction();
        awaitMarkers();
    }

    /**
     * A commit is acknowledged before its markers are in all partitions, and readers see a partition only up to there.
     */
    private void awaitMarkers() throws Exception {
        while (!ends(IsolationLevel.READ_COMMITTED).equals(ends(IsolationLevel.READ_UNCOMMITTED))) {
            Thread.onSpinWait();
        }
    }

    private Map<TopicPartition, Long> ends(IsolationLevel isolation) throws Exception {
        var partitions = IntStream.range(0, Topic.PARTITIONS)
                .mapToObj(p -> new TopicPartition(Topic.STRUCTURE.topicName(), p))
                .collect(Collectors.toMap(p -> p, p -> OffsetSpec.latest()));
        return admin.listOffsets(partitions, new ListOffsetsOptions(isolation)).all().get().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, end -> end.getValue().offset()));
    }

    /** A server with its owner, a channel, an invite and so many others who came by it. */
    static Stream<StructureEvent> server(int others) {
        var server = new ServerId(Ids.fresh());
        var owner = new UserId(Ids.fresh());
        var code = new InviteCode(server.toString().substring(20));
        var joins = IntStream.range(0, others)
                .mapToObj(i -> new MemberEvent.Joined(server, new UserId(Ids.fresh()), code.id(), AT));
        return Stream.concat(
                Stream.of(
                        new ServerEvent.Created(server, "A server", owner, AT),
                        new MemberEvent.Joined(server, owner, null, AT),
                        new ChannelEvent.Created(
                                server, new ChannelId(Ids.fresh()), "general", owner, AT, null, null, null),
                        new InviteEvent.Created(server, code, owner, AT, null, null)),
                joins);
    }

    /** So many servers. */
    static Stream<StructureEvent> servers(int count, int others) {
        return IntStream.range(0, count).boxed().flatMap(i -> server(others));
    }

    /** A replica that has caught up. */
    StructureReplica replica(Optional<StructureSnapshot> from, StructureReplica.Listener... listeners) {
        var replica = new StructureReplica(this::consumer, () -> from);
        List.of(listeners).forEach(replica::addListener);
        replica.start();
        if (!replica.tail().awaitCurrent(Duration.ofSeconds(60))) {
            throw new AssertionError("the replica did not catch up");
        }
        return replica;
    }

    @Override
    public void close() {
        producer.close();
        admin.close();
        kafka.close();
    }

    private void createTopics() throws Exception {
        admin.createTopics(Arrays.stream(Topic.values())
                        .map(topic -> topic.definition((short) 1))
                        .toList())
                .all()
                .get();
    }

    private Consumer<byte[], byte[]> consumer() {
        return new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        kafka.bootstrapServers(),
                        "isolation.level",
                        "read_committed",
                        "enable.auto.commit",
                        false,
                        "auto.offset.reset",
                        "earliest"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }
}
