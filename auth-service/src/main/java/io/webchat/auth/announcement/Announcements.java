package io.webchat.auth.announcement;

import io.webchat.auth.account.Account;
import io.webchat.auth.account.Accounts;
import io.webchat.domain.user.AvatarId;
import io.webchat.domain.user.UserEvent;
import io.webchat.domain.user.UserId;
import io.webchat.log.LogPosition;
import io.webchat.log.LogRecords;
import io.webchat.log.Topic;
import io.webchat.support.log.LogProperties;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.core.KafkaOperations;
import org.springframework.stereotype.Component;

/**
 * Appends {@code webchat.user.registered.v1} and {@code webchat.user.profile-changed.v1}, and remembers that Kafka has
 * acknowledged it.
 *
 * <p>One at a time announces an account, by a right that outlasts the life of a record that is under way: else a record
 * that was delayed could follow a newer one, and compaction would keep the older profile.
 */
@Component
public class Announcements {
    private static final Logger LOG = LoggerFactory.getLogger(Announcements.class);
    private static final Duration ACKNOWLEDGEMENT = Duration.ofSeconds(3);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(25);

    private final KafkaOperations<byte[], byte[]> log;
    private final LogRecords records;
    private final Accounts accounts;
    private final Clock clock;
    private final Duration claim;

    Announcements(
            KafkaOperations<byte[], byte[]> log,
            LogRecords records,
            Accounts accounts,
            LogProperties properties,
            Clock clock) {
        this.log = log;
        this.records = records;
        this.accounts = accounts;
        this.clock = clock;
        this.claim = properties.maxBlock().plus(properties.deliveryTimeout()).plus(ACKNOWLEDGEMENT);
    }

    /**
     * Announces the profile of an account as it is now, unless that is done. Tries once, for some seconds at most; if
     * somebody else is at it, their success is waited for.
     *
     * @return the position after the event; empty if Kafka did not acknowledge it in time, in which case
     *     {@link AnnouncementSweep} tries again later, or if somebody else has announced it
     */
    public Optional<LogPosition> announce(UserId userId) {
        var deadline = System.nanoTime() + ACKNOWLEDGEMENT.toNanos();
        Optional<LogPosition> announced = Optional.empty();
        while (accounts.find(userId).map(Account::unannouncedSince).isPresent()) {
            var now = clock.instant();
            var claimed = accounts.claimAnnouncement(userId, now, now.plus(claim));
            if (claimed.isPresent()) {
                announced = append(claimed.get());
                if (announced.isEmpty()) {
                    return announced;
                }
            } else if (System.nanoTime() - deadline >= 0 || !pause()) {
                return Optional.empty();
            }
        }
        return announced;
    }

    private Optional<LogPosition> append(Account account) {
        try {
            var metadata = log.send(records.user(eventOf(account)))
                    .get(ACKNOWLEDGEMENT.toMillis(), TimeUnit.MILLISECONDS)
                    .getRecordMetadata();
            accounts.markAnnounced(account);
            return Optional.of(LogPosition.after(Topic.USERS, metadata.partition(), metadata.offset()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (TimeoutException e) {
            // The record may arrive yet, so the right to send another runs out by itself.
            LOG.warn("account {} is not announced yet: no acknowledgement in time", account.id());
            return Optional.empty();
        } catch (ExecutionException | KafkaException | org.springframework.kafka.KafkaException e) {
            LOG.warn("account {} is not announced yet: {}", account.id(), e.toString());
            accounts.giveBackAnnouncement(account);
            return Optional.empty();
        }
    }

    private static UserEvent eventOf(Account account) {
        return account.revision() == 0
                ? new UserEvent.Registered(
                        account.userId(), account.username(), account.displayName(), account.createdAt())
                : new UserEvent.ProfileChanged(
                        account.userId(),
                        account.username(),
                        account.displayName(),
                        account.statusText(),
                        account.avatarId() == null ? null : new AvatarId(account.avatarId()),
                        account.revision(),
                        Objects.requireNonNull(account.profileChangedAt()));
    }

    private static boolean pause() {
        try {
            Thread.sleep(LOOK_AGAIN);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
