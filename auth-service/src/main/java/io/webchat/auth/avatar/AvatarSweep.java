package io.webchat.auth.avatar;

import io.webchat.auth.account.Accounts;
import io.webchat.domain.user.UserId;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Removes pictures that nobody shows: replaced ones, and those whose change of the profile failed. */
@Component
class AvatarSweep {
    private static final Logger LOG = LoggerFactory.getLogger(AvatarSweep.class);

    private final Avatars avatars;
    private final Accounts accounts;
    private final AvatarProperties limits;
    private final Clock clock;

    AvatarSweep(Avatars avatars, Accounts accounts, AvatarProperties limits, Clock clock) {
        this.avatars = avatars;
        this.accounts = accounts;
        this.limits = limits;
        this.clock = clock;
    }

    @Scheduled(initialDelayString = "PT2M", fixedDelayString = "PT10M")
    void sweep() {
        try {
            avatars.storedBefore(clock.instant().minus(limits.keepUnshown())).stream()
                    .filter(this::isUnshown)
                    .forEach(avatars::remove);
        } catch (DataAccessException e) {
            LOG.warn("pictures that nobody shows could not be removed: {}", e.toString());
        }
    }

    private boolean isUnshown(Avatars.Stored avatar) {
        return accounts.find(UserId.parse(avatar.userId()))
                .filter(account -> avatar.avatarId().equals(account.avatarId()))
                .isEmpty();
    }
}
