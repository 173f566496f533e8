package io.webchat.command.structure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.webchat.log.Topic;
import io.webchat.log.replica.LogTail;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.internals.KafkaFutureImpl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WriterTakeOverTest {
    private static final List<TopicPartition> ASSIGNED =
            List.of(new TopicPartition(Topic.STRUCTURE_COMMANDS.topicName(), 3));

    private final LogTail structure = tailOf(Topic.STRUCTURE);
    private final LogTail outcomes = tailOf(Topic.STRUCTURE_OUTCOMES);
    private final MockConsumer<byte[], byte[]> writer = new MockConsumer<>("earliest");
    private final List<String> asked = new ArrayList<>();

    @BeforeEach
    void readTheLog() {
        structure.start();
        outcomes.start();
        writer.assign(ASSIGNED);
    }

    @AfterEach
    void close() {
        structure.close();
        outcomes.close();
    }

    /** Kafka's consumer has the partitions by then, and would not tell of them once more. */
    @Test
    void whatCannotBeAskedForIsAskedForAgainAndNothingIsDecidedBefore() {
        var takeOver =
                takeOver(topic -> asked.size() < 3 ? Optional.of(new TimeoutException("away")) : Optional.empty());

        takeOver.onPartitionsAssigned(writer, ASSIGNED);

        assertThat(asked)
                .containsExactly(
                        Topic.STRUCTURE.topicName(),
                        Topic.STRUCTURE.topicName(),
                        Topic.STRUCTURE.topicName(),
                        Topic.STRUCTURE_OUTCOMES.topicName());
    }

    @Test
    void whoeverStopsTheWriterDoesNotWaitForKafka() {
        var takeOver = takeOver(topic -> {
            Thread.currentThread().interrupt();
            return Optional.of(new TimeoutException("away"));
        });

        assertThatThrownBy(() -> takeOver.onPartitionsAssigned(writer, ASSIGNED))
                .isInstanceOf(InterruptException.class);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(asked).hasSize(1);
    }

    @Test
    void nothingIsAskedForWherePartitionsOnlyGo() {
        takeOver(topic -> Optional.empty()).onPartitionsAssigned(writer, List.of());

        assertThat(asked).isEmpty();
    }

    /** @param failure of a question about the ends of a topic */
    private WriterTakeOver takeOver(Function<String, Optional<RuntimeException>> failure) {
        return new WriterTakeOver(
                (Admin) Proxy.newProxyInstance(
                        WriterTakeOverTest.class.getClassLoader(),
                        new Class<?>[] {Admin.class},
                        (proxy, method, arguments) -> {
                            assertThat(method.getName()).isEqualTo("listOffsets");
                            return ends(((Map<?, ?>) arguments[0]), failure);
                        }),
                structure,
                outcomes);
    }

    private ListOffsetsResult ends(Map<?, ?> partitions, Function<String, Optional<RuntimeException>> failure) {
        var all = partitions.keySet().stream().map(TopicPartition.class::cast).toList();
        var topic = all.getFirst().topic();
        asked.add(topic);
        var failed = failure.apply(topic);
        return new ListOffsetsResult(all.stream().collect(Collectors.toMap(partition -> partition, partition -> {
            var end = new KafkaFutureImpl<ListOffsetsResultInfo>();
            failed.ifPresentOrElse(
                    end::completeExceptionally, () -> end.complete(new ListOffsetsResultInfo(0, 0, Optional.empty())));
            return (KafkaFuture<ListOffsetsResultInfo>) end;
        })));
    }

    /** Of a topic in which nothing is. */
    private static LogTail tailOf(Topic topic) {
        var partitions = IntStream.range(0, Topic.PARTITIONS)
                .mapToObj(number -> new TopicPartition(topic.topicName(), number))
                .collect(Collectors.toMap(partition -> partition, partition -> 0L));
        return new LogTail(
                topic,
                () -> {
                    var consumer = new MockConsumer<byte[], byte[]>("earliest");
                    consumer.updateBeginningOffsets(partitions);
                    consumer.updateEndOffsets(partitions);
                    return consumer;
                },
                LogTail.Start.BEGINNING,
                record -> {});
    }
}
