package io.webchat.backup.log;

import io.webchat.backup.Progress;
import io.webchat.backup.archive.BackupWriter;
import io.webchat.backup.archive.Manifest.SavedTopic;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.Consumer;

/** Copies the log out of Kafka up to a cut, and on to a later one as often as is needed. For one thread. */
public final class LogCopy implements AutoCloseable {
    private final Consumer<byte[], byte[]> consumer;
    private final List<LogReading> readings = new ArrayList<>();
    private final References references = new References();

    public LogCopy(KafkaClients clients, BackupWriter backup) throws IOException {
        consumer = clients.consumer();
        try {
            for (var topic : SavedTopics.CUT) {
                var output = backup.file(SavedTopics.fileOf(topic));
                readings.add(new LogReading(topic, consumer, output, references));
            }
        } catch (IOException | RuntimeException e) {
            consumer.close();
            throw e;
        }
    }

    /** Cuts all topics now, in the order of {@link SavedTopics#CUT}, and copies what is before the cut. */
    public void copyToNow(Progress progress) throws IOException {
        readings.forEach(LogReading::cut);
        for (var reading : readings) {
            reading.copyToCut(progress);
        }
    }

    /** What the log refers to, up to the last cut. */
    public References references() {
        return references;
    }

    /** Ends the files. */
    public List<SavedTopic> finish() throws IOException {
        var saved = new ArrayList<SavedTopic>();
        for (var reading : readings) {
            saved.add(reading.finish());
        }
        return saved;
    }

    @Override
    public void close() {
        consumer.close();
    }
}
