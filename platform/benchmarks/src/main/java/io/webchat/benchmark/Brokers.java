package io.webchat.benchmark;

import io.webchat.log.KafkaConnection;
import java.util.Map;

/** The platform's Kafka, reached as the services reach it: by the same environment variables. */
public final class Brokers {
    private Brokers() {}

    /** The beginning of the settings of any client: a map of its own, to be added to. */
    public static Map<String, Object> settings(String bootstrapServers) {
        return KafkaConnection.of(bootstrapServers, System::getenv).clientConfig();
    }
}
