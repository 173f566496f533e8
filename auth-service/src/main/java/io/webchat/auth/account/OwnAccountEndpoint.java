package io.webchat.auth.account;

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
    OwnAccount getOwnAccount(AuthenticatedUser user) {
        return OwnAccount.of(accounts.require(user.userId()));
    }
}
