package io.webchat.auth.profile;

import io.webchat.auth.account.Account;
import io.webchat.auth.account.Accounts;
import io.webchat.auth.account.OwnAccount;
import io.webchat.auth.account.ProfileChange;
import io.webchat.auth.announcement.Announcements;
import io.webchat.support.consistency.ConsistencyToken;
import io.webchat.support.consistency.ConsistencyTokens;
import io.webchat.support.log.LogUnavailable;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Changes profiles: first in the store, then in the log. */
@Component
public class ProfileChanges {
    private final Accounts accounts;
    private final Announcements announcements;
    private final ConsistencyTokens consistencyTokens;
    private final Clock clock;

    ProfileChanges(Accounts accounts, Announcements announcements, ConsistencyTokens consistencyTokens, Clock clock) {
        this.accounts = accounts;
        this.announcements = announcements;
        this.consistencyTokens = consistencyTokens;
        this.clock = clock;
    }

    /**
     * Answers with the account as it is then. If Kafka has not acknowledged the event within some seconds, the answer
     * carries no consistency token and the event follows. Throws {@code log-unavailable} (503), and changes nothing, as
     * long as the log has not even heard that there is such a person: that has to come first.
     */
    public ResponseEntity<OwnAccount> make(Account account, ProfileChange change, ConsistencyToken caller) {
        var user = account.userId();
        if (account.isUnheardOf()
                && announcements.announce(user).isEmpty()
                && accounts.require(user).isUnheardOf()) {
            throw LogUnavailable.because(null);
        }
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var changed = accounts.changeProfile(user, change, now).orElseGet(() -> accounts.require(user));
        var answer = ResponseEntity.ok();
        announcements.announce(user).ifPresent(position -> {
            var token = caller.with(position.stream(), position.nextOffset());
            answer.header(ConsistencyTokens.HEADER, consistencyTokens.encode(user, token));
        });
        return answer.body(OwnAccount.of(changed));
    }
}
