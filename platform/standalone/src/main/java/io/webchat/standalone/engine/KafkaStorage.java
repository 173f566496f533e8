package io.webchat.standalone.engine;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/** The broker's directory: what {@code kafka-storage.sh format} does, on the first start only. */
final class KafkaStorage {
    private static final String META_PROPERTIES = "meta.properties";

    private KafkaStorage() {}

    /** Formats {@code dir} with a fresh cluster id unless it has been formatted before. */
    static void formatOnce(Path dir) throws IOException {
        if (Files.exists(dir.resolve(META_PROPERTIES))) {
            return;
        }
        Files.createDirectories(dir);
        try {
            new Formatter()
                    .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                    .setClusterId(Uuid.randomUuid().toString())
                    .setNodeId(KafkaSettings.NODE_ID)
                    .setControllerListenerName(KafkaSettings.CONTROLLER_LISTENER)
                    .setMetadataLogDirectory(dir.toString())
                    .addDirectory(dir.toString())
                    .setReleaseVersion(MetadataVersion.LATEST_PRODUCTION)
                    .run();
        } catch (IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException("Kafka's storage could not be formatted in " + dir, e);
        }
    }
}
