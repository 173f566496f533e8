package io.webchat.test;

import org.testcontainers.containers.GenericContainer;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.mongodb.MongoDBContainer;
import org.testcontainers.utility.DockerImageName;

/** The images of the production-shaped stack, started by Testcontainers. */
final class ContainerInfrastructure implements Infrastructure {
    private static final int REDIS_PORT = 6379;

    private final StartedOnce<KafkaContainer> kafka = new StartedOnce<>(() ->
            started(new KafkaContainer("apache/kafka:4.2.0").withEnv("KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS", "0")));
    private final StartedOnce<MongoDBContainer> mongo =
            new StartedOnce<>(() -> started(new MongoDBContainer(DockerImageName.parse("mongo:8"))));
    private final StartedOnce<GenericContainer<?>> redis = new StartedOnce<>(
            () -> started(new GenericContainer<>(DockerImageName.parse("redis:8")).withExposedPorts(REDIS_PORT)));

    @Override
    public String kafkaBootstrapServers() {
        return kafka.get().getBootstrapServers();
    }

    @Override
    public String mongoUri() {
        return mongo.get().getConnectionString();
    }

    @Override
    public String redisUrl() {
        var server = redis.get();
        return "redis://" + server.getHost() + ":" + server.getMappedPort(REDIS_PORT);
    }

    private static <C extends GenericContainer<?>> C started(C container) {
        container.start();
        return container;
    }
}
