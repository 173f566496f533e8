package io.webchat.backup;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.webchat.backup.log.KafkaClients;
import io.webchat.log.KafkaConnection;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the platform keeps its log and its store: by the environment variables of the services, or by options. */
final class Endpoints {
    private static final int ANSWER_WITHIN_SECONDS = 10;

    @Option(names = "--kafka", paramLabel = "HOST:PORT", defaultValue = "${env:KAFKA_BOOTSTRAP_SERVERS}")
    private @Nullable String kafka;

    @Option(names = "--mongo", paramLabel = "URI", defaultValue = "${env:MONGO_URI}")
    private @Nullable String mongo;

    @Option(names = "--database", paramLabel = "NAME", defaultValue = "${env:MONGO_DATABASE:-webchat}")
    private String database = "webchat";

    private Function<String, @Nullable String> environment = System::getenv;

    Endpoints() {}

    /** Those of a test; brokers that ask nobody who they are. */
    Endpoints(String kafka, String mongo, String database) {
        this(kafka, mongo, database, variable -> null);
    }

    Endpoints(String kafka, String mongo, String database, Function<String, @Nullable String> environment) {
        this.environment = environment;
        this.kafka = kafka;
        this.mongo = mongo;
        this.database = database;
    }

    KafkaClients kafka() {
        return new KafkaClients(KafkaConnection.of(given("KAFKA_BOOTSTRAP_SERVERS", kafka), environment));
    }

    /** A client of the store; the caller closes it. */
    MongoClient mongo() {
        var uri = new ConnectionString(given("MONGO_URI", mongo));
        return MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(uri)
                .applyToClusterSettings(
                        cluster -> cluster.serverSelectionTimeout(ANSWER_WITHIN_SECONDS, TimeUnit.SECONDS))
                .build());
    }

    String database() {
        return database;
    }

    private static String given(String variable, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw new BackupException(variable + " is not set: where is the platform?");
        }
        return value;
    }
}
