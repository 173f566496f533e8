package io.webchat.auth.announcement;

import io.webchat.auth.account.Accounts;
import java.time.Clock;
import java.time.Duration;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Announces profiles whose registration or change could not be: Kafka did not answer, or the service died in between.
 * Stops at the first failure and tries again at its next turn. Several instances may sweep at once.
 */
@Component
class AnnouncementSweep {
    private static final int BATCH = 100;

    /** Longer than a registration or a change takes, so that the sweep leaves running ones alone. */
    private static final Duration DUE = Duration.ofSeconds(30);

    private static final String INTERVAL = "${webchat.announcement.sweep-interval:PT10S}";

    private final Accounts accounts;
    private final Announcements announcements;
    private final Clock clock;

    AnnouncementSweep(Accounts accounts, Announcements announcements, Clock clock) {
        this.accounts = accounts;
        this.announcements = announcements;
        this.clock = clock;
    }

    @Scheduled(initialDelayString = INTERVAL, fixedDelayString = INTERVAL)
    void sweep() {
        for (var account : accounts.unannouncedBefore(clock.instant().minus(DUE), BATCH)) {
            if (announcements.announce(account.userId()).isEmpty()) {
                return;
            }
        }
    }
}
