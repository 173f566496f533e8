package io.webchat.command.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.webchat.log.Topic;
import io.webchat.support.log.LogClients;
import io.webchat.test.ServiceTest;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.test.context.TestPropertySource;

@ServiceTest
@TestPropertySource(properties = {"webchat.send-warm-up.requests=20", "webchat.send-warm-up.at-most=60s"})
class SendWarmUpTest {
    private final SendWarmUp warmUp;
    private final LogClients clients;
    private final MeterRegistry meters;

    @Autowired
    SendWarmUpTest(SendWarmUp warmUp, LogClients clients, MeterRegistry meters) {
        this.warmUp = warmUp;
        this.clients = clients;
        this.meters = meters;
    }

    @Test
    void takesThePathOfAMessageAndWritesNothing() throws Exception {
        var requests = requests();
        var ends = ends();

        warmUp.run(new DefaultApplicationArguments());

        assertThat(requests() - requests).isEqualTo(20);
        assertThat(ends()).isEqualTo(ends);
    }

    /** Those that got as far as the decision that there is no such channel. */
    private long requests() {
        return meters.find("http.server.requests").tag("status", "404").timers().stream()
                .mapToLong(timer -> timer.count())
                .sum();
    }

    private Map<TopicPartition, Long> ends() throws Exception {
        var latest = Arrays.stream(Topic.values())
                .flatMap(topic -> IntStream.range(0, Topic.PARTITIONS)
                        .mapToObj(partition -> new TopicPartition(topic.topicName(), partition)))
                .collect(Collectors.toMap(Function.identity(), partition -> OffsetSpec.latest()));
        try (var admin = clients.admin()) {
            var ends = new HashMap<TopicPartition, Long>();
            admin.listOffsets(latest).all().get().forEach((partition, end) -> ends.put(partition, end.offset()));
            return ends;
        }
    }
}
