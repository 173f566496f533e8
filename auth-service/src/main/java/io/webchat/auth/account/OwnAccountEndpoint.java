package io.webchat.auth.account;

import io.webchat.domain.user.UserId;
import io.webchat.support.problem.ProblemException;
import io.webchat.support.problem.ProblemType;
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
    Answer me(AuthenticatedUser user) {
        return accounts.find(user.userId())
                .map(account ->
                        new Answer(account.userId(), account.username(), account.displayName(), account.email()))
                .orElseThrow(() -> new ProblemException(
                        ProblemType.UNAUTHENTICATED, "The account of this access token does not exist any more."));
    }

    record Answer(UserId userId, String username, String displayName, String email) {}
}
