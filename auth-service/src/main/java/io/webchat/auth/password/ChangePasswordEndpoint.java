package io.webchat.auth.password;

import io.webchat.auth.account.Account;
import io.webchat.auth.account.Accounts;
import io.webchat.auth.session.Sessions;
import io.webchat.support.problem.InvalidField;
import io.webchat.support.problem.ProblemException;
import io.webchat.support.problem.ProblemType;
import io.webchat.support.token.AuthenticatedUser;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * {@code PUT /api/auth/password}: another password for whoever knows the one of now. All other sessions end with it,
 * also one that is being opened with the old password at this moment. A repetition has the same outcome.
 */
@RestController
final class ChangePasswordEndpoint {
    private final Accounts accounts;
    private final Passwords passwords;
    private final Guesses guesses;
    private final Sessions sessions;

    ChangePasswordEndpoint(Accounts accounts, Passwords passwords, Guesses guesses, Sessions sessions) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.guesses = guesses;
        this.sessions = sessions;
    }

    @PutMapping("/api/auth/password")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void changePassword(@RequestBody PasswordChangeRequest request, AuthenticatedUser user) {
        var change = request.validated();
        var account = sessions.requireOpen(user);
        guesses.count(account);
        if (passwords.matches(change.current(), account.passwordHash())) {
            var hash = passwords.hash(change.next().value());
            var changed = accounts.changePassword(account, hash, user.sessionId());
            sessions.removeEnded(changed.orElseThrow(ChangePasswordEndpoint::wrong));
        } else if (isDone(change, account, user)) {
            sessions.removeEnded(account);
        } else {
            throw wrong();
        }
    }

    /** Whether this very change was made before, and its answer was lost, or what follows from it not done. */
    private boolean isDone(PasswordChangeRequest.Change change, Account account, AuthenticatedUser user) {
        return user.sessionId().equals(account.keptSessionId())
                && passwords.matches(change.next().value(), account.passwordHash());
    }

    private static ProblemException wrong() {
        return new ProblemException(
                ProblemType.WRONG_PASSWORD,
                "This is not your password.",
                new InvalidField("currentPassword", "is not your password"));
    }
}
