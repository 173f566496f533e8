package io.webchat.auth.account;

import io.webchat.domain.user.UserId;
import org.jspecify.annotations.Nullable;

/** An account as its owner sees it: the public profile and the e-mail address. */
public record OwnAccount(
        UserId userId,
        String username,
        String displayName,
        @Nullable String statusText,
        @Nullable String avatarId,
        int revision,
        String email) {
    public static OwnAccount of(Account account) {
        return new OwnAccount(
                account.userId(),
                account.username(),
                account.displayName(),
                account.statusText(),
                account.avatarId(),
                account.revision(),
                account.email());
    }

    /** Without the address, which must not reach a log file. */
    @Override
    public String toString() {
        return "OwnAccount[" + userId + "]";
    }
}
