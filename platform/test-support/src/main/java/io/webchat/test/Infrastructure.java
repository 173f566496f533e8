package io.webchat.test;

/**
 * The servers that tests run against. Each is started when it is first asked for, shared by all tests of the JVM, and
 * stopped with it. Tests share the topics of the log: they tell their own records by fresh ids, and never assume to be
 * alone.
 */
public interface Infrastructure {
    /** The infrastructure of this JVM. */
    static Infrastructure shared() {
        return SharedInfrastructure.INSTANCE;
    }

    /** What Kafka clients put into {@code bootstrap.servers}. */
    String kafkaBootstrapServers();

    /** The connection string of the store, without a database. */
    String mongoUri();

    /** The connection string of Redis. */
    String redisUrl();
}
