package io.webchat.push.resume;

import io.webchat.push.protocol.EventStream;
import io.webchat.push.protocol.Positions;
import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/** Knows how far back the log goes. */
final class LogBeginnings implements AutoCloseable {
    private final Admin admin;
    private final Duration timeout;

    LogBeginnings(Admin admin, Duration timeout) {
        this.admin = admin;
        this.timeout = timeout;
    }

    /** Whether the log still has what comes after these positions in some streams. */
    boolean reach(Positions from, Collection<EventStream> streams)
            throws LogUnavailableException, InterruptedException {
        var asked =
                streams.stream().collect(Collectors.toMap(LogBeginnings::partition, stream -> OffsetSpec.earliest()));
        try {
            var beginnings = admin.listOffsets(asked).all().get(timeout.toMillis(), TimeUnit.MILLISECONDS);
            return streams.stream().allMatch(stream -> {
                var beginning = beginnings.get(partition(stream));
                return beginning != null && beginning.offset() <= from.at(stream);
            });
        } catch (ExecutionException | TimeoutException e) {
            throw new LogUnavailableException("the log does not answer");
        }
    }

    @Override
    public void close() {
        admin.close();
    }

    private static TopicPartition partition(EventStream stream) {
        return new TopicPartition(stream.topic().topicName(), stream.partition());
    }
}
