package io.webchat.auth.account;

import io.webchat.domain.user.UserId;
import io.webchat.support.token.AuthenticatedUser;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/auth/me}: the caller's own account, the e-mail address included. */
@RestController
final class OwnAccountEndpoint {
    private final Accounts accounts;

    OwnAccountEndpoint(Accounts accounts) {
        this.accounts = accounts;
    }

    @GetMapping("/api/auth/me")
    OwnAccount me(AuthenticatedUser user) {
        var account = accounts.require(user.userId());
        return new OwnAccount(account.userId(), account.username(), account.displayName(), account.email());
    }

    record OwnAccount(UserId userId, String username, String displayName, String email) {}
}
