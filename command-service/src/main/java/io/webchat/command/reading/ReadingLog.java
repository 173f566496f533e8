package io.webchat.command.reading;

import io.webchat.domain.reading.ReadingEvent;
import io.webchat.log.LogPosition;
import io.webchat.log.LogRecords;
import io.webchat.log.Topic;
import io.webchat.support.log.LogUnavailable;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.kafka.KafkaException;
import org.springframework.kafka.core.KafkaOperations;
import org.springframework.stereotype.Component;

/** Appends to {@code webchat.reads}. */
@Component
class ReadingLog {
    private static final Duration ACKNOWLEDGEMENT = Duration.ofSeconds(5);

    private final KafkaOperations<byte[], byte[]> log;
    private final LogRecords records;

    ReadingLog(KafkaOperations<byte[], byte[]> log, LogRecords records) {
        this.log = log;
        this.records = records;
    }

    /** Returns the position after the event once all in-sync brokers have it, else {@code log-unavailable} (503). */
    LogPosition append(ReadingEvent event) {
        try {
            var written = log.send(records.reading(event))
                    .get(ACKNOWLEDGEMENT.toMillis(), TimeUnit.MILLISECONDS)
                    .getRecordMetadata();
            return LogPosition.after(Topic.READS, written.partition(), written.offset());
        } catch (ExecutionException e) {
            throw LogUnavailable.because(Objects.requireNonNullElse(e.getCause(), e));
        } catch (TimeoutException | KafkaException e) {
            throw LogUnavailable.because(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw LogUnavailable.because(e);
        }
    }
}
