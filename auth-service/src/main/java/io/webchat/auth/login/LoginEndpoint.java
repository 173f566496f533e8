package io.webchat.auth.login;

import io.webchat.auth.account.Account;
import io.webchat.auth.account.Accounts;
import io.webchat.auth.password.Guesses;
import io.webchat.auth.password.Passwords;
import io.webchat.auth.session.SessionAnswers;
import io.webchat.support.problem.ProblemException;
import io.webchat.support.problem.ProblemType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** {@code POST /api/auth/login}: opens a session for whoever knows the password. */
@RestController
final class LoginEndpoint {
    private final Accounts accounts;
    private final Passwords passwords;
    private final Guesses guesses;
    private final SessionAnswers answers;

    LoginEndpoint(Accounts accounts, Passwords passwords, Guesses guesses, SessionAnswers answers) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.guesses = guesses;
        this.answers = answers;
    }

    @PostMapping("/api/auth/login")
    ResponseEntity<SessionAnswers.OpenedSession> login(
            @RequestBody @Valid LoginRequest login, HttpServletRequest request) {
        var account = accounts.findByLogin(login.login());
        account.ifPresentOrElse(guesses::count, () -> guesses.count(login.login()));
        var hash = account.map(Account::passwordHash).orElse(null);
        if (!passwords.matches(login.password(), hash)) {
            throw new ProblemException(ProblemType.INVALID_CREDENTIALS, "The login or the password is wrong.");
        }
        var owner = account.orElseThrow();
        renewHash(owner, login.password());
        return answers.open(owner, HttpStatus.OK, new HttpHeaders(), request);
    }

    /** Only now is the password known, so only now can its hash follow the parameters. */
    private void renewHash(Account account, String password) {
        if (passwords.isOutdated(account.passwordHash())) {
            accounts.rehash(account, passwords.hash(password));
        }
    }
}
