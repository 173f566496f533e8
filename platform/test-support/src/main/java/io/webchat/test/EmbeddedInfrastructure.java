package io.webchat.test;

import io.webchat.standalone.engine.EmbeddedKafka;
import io.webchat.standalone.engine.EmbeddedMongo;
import io.webchat.standalone.engine.EmbeddedRedis;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The engines of the embedded default; those that {@code WEBCHAT_TEST_MONGO_URI} names instead of it where it is set.
 */
final class EmbeddedInfrastructure implements Infrastructure {
    private final StartedOnce<EmbeddedKafka> kafka = new StartedOnce<>(() -> EmbeddedKafka.start(folder("kafka"), 0));
    private final StartedOnce<EmbeddedMongo> mongo = new StartedOnce<>(() -> EmbeddedMongo.start(null, 0));
    private final StartedOnce<EmbeddedRedis> redis = new StartedOnce<>(() -> EmbeddedRedis.start(folder("redis"), 0));

    @Override
    public String kafkaBootstrapServers() {
        return kafka.get().bootstrapServers();
    }

    @Override
    public String mongoUri() {
        var given = System.getenv("WEBCHAT_TEST_MONGO_URI");
        return given == null ? mongo.get().uri() : given;
    }

    @Override
    public String redisUrl() {
        return redis.get().uri();
    }

    /** Below the module's build folder, so that {@code clean} removes it. */
    private static Path folder(String name) {
        try {
            var parent = Files.createDirectories(Path.of("target", "test-infrastructure"));
            return Files.createTempDirectory(parent, name + "-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
