package io.webchat.benchmark.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.webchat.log.Topic;
import io.webchat.standalone.engine.EmbeddedKafka;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RawConsumeTest {
    @TempDir
    Path dir;

    @Test
    void a_topic_is_read_to_its_end_and_no_further() throws Exception {
        try (var kafka = EmbeddedKafka.start(dir, 0)) {
            Map<String, Object> settings = Map.of("bootstrap.servers", kafka.bootstrapServers());
            try (var admin = Admin.create(settings)) {
                var topic = new NewTopic(Topic.MESSAGES.topicName(), Topic.PARTITIONS, (short) 1);
                admin.createTopics(List.of(topic)).all().get();
            }
            assertThat(RawConsume.perSecond(kafka.bootstrapServers(), Topic.MESSAGES))
                    .isZero();

            try (var producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
                for (var i = 0; i < 3_000; i++) {
                    producer.send(new ProducerRecord<>(
                            Topic.MESSAGES.topicName(), i % Topic.PARTITIONS, null, new byte[200]));
                }
            }
            assertThat(RawConsume.perSecond(kafka.bootstrapServers(), Topic.MESSAGES))
                    .isPositive();
        }
    }
}
