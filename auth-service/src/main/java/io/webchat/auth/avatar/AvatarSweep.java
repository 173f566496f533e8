package io.webchat.auth.avatar;

import io.webchat.auth.account.Accounts;
import io.webchat.domain.user.UserId;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Removes pictures that nobody shows: replaced ones, and those whose change of the profile failed. One that is shown is
 * looked at once, and again when its owner's picture is changed; some at a time, so that memory does not depend on how
 * many there are.
 */
@Component
class AvatarSweep {
    private static final Logger LOG = LoggerFactory.getLogger(AvatarSweep.class);

    private static final int PAGE = 500;

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
        var before = clock.instant().minus(limits.keepUnshown());
        try {
            for (var some = avatars.unsettledBefore(before, PAGE);
                    !some.isEmpty();
                    some = avatars.unsettledBefore(before, PAGE)) {
                settle(some);
            }
        } catch (DataAccessException e) {
            LOG.warn("pictures that nobody shows could not be removed: {}", e.toString());
        }
    }

    /** Each is removed or remembered as shown, or was stored again meanwhile: it is not among the next ones. */
    private void settle(List<Avatars.Stored> some) {
        var owners = some.stream().map(avatar -> UserId.parse(avatar.userId())).collect(Collectors.toSet());
        var shown = new HashMap<String, String>();
        for (var account : accounts.find(owners)) {
            if (account.avatarId() != null) {
                shown.put(account.userId().toString(), account.avatarId());
            }
        }
        for (var avatar : some) {
            if (avatar.avatarId().equals(shown.get(avatar.userId()))) {
                avatars.settle(avatar);
            } else {
                avatars.remove(avatar);
            }
        }
    }
}
