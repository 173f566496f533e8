package io.webchat.auth.announcement;

import io.webchat.auth.account.Account;
import io.webchat.auth.account.Accounts;
import io.webchat.domain.user.UserEvent;
import io.webchat.log.LogPosition;
import io.webchat.log.LogRecords;
import io.webchat.log.Topic;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.KafkaException;
import org.springframework.kafka.core.KafkaOperations;
import org.springframework.stereotype.Component;

/** Appends {@code webchat.user.registered.v1} and remembers that Kafka has acknowledged it. */
@Component
public class Announcements {
    private static final Logger LOG = LoggerFactory.getLogger(Announcements.class);
    private static final Duration ACKNOWLEDGEMENT = Duration.ofSeconds(3);

    private final KafkaOperations<byte[], byte[]> log;
    private final LogRecords records;
    private final Accounts accounts;

    Announcements(KafkaOperations<byte[], byte[]> log, LogRecords records, Accounts accounts) {
        this.log = log;
        this.records = records;
        this.accounts = accounts;
    }

    /**
     * Tries once, for some seconds at most.
     *
     * @return the position after the event; empty if Kafka did not acknowledge it in time, in which case
     *     {@link AnnouncementSweep} tries again later
     */
    public Optional<LogPosition> announce(Account account) {
        var event = new UserEvent.Registered(
                account.userId(), account.username(), account.displayName(), account.createdAt());
        try {
            var metadata = log.send(records.user(event))
                    .get(ACKNOWLEDGEMENT.toMillis(), TimeUnit.MILLISECONDS)
                    .getRecordMetadata();
            accounts.markAnnounced(account.userId());
            return Optional.of(positionOf(metadata));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException | TimeoutException | KafkaException e) {
            LOG.warn("account {} is not announced yet: {}", account.id(), e.toString());
            return Optional.empty();
        }
    }

    private static LogPosition positionOf(RecordMetadata metadata) {
        return LogPosition.after(Topic.USERS, metadata.partition(), metadata.offset());
    }
}
