package io.webchat.auth.registration;

import io.webchat.auth.account.Account;
import io.webchat.auth.account.AccountTakenException;
import io.webchat.auth.account.Accounts;
import io.webchat.auth.password.Passwords;
import io.webchat.domain.user.UserId;
import io.webchat.log.Ids;
import io.webchat.support.problem.InvalidField;
import io.webchat.support.problem.ProblemException;
import io.webchat.support.problem.ProblemType;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import org.springframework.stereotype.Component;

/** Stores a new account. Of several that race for one address or name, exactly one wins. */
@Component
class Registration {
    private final Accounts accounts;
    private final Passwords passwords;
    private final Clock clock;

    Registration(Accounts accounts, Passwords passwords, Clock clock) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.clock = clock;
    }

    /** Looks before it hashes, because a hash is dear; the store has the last word all the same. */
    Account register(RegistrationRequest.NewAccount wanted) {
        try {
            accounts.requireFree(wanted.email().key(), wanted.username().key());
            var hash = passwords.hash(wanted.password().value());
            var account = Account.create(
                    new UserId(Ids.fresh()),
                    wanted.username(),
                    wanted.email(),
                    hash,
                    clock.instant().truncatedTo(ChronoUnit.MILLIS));
            accounts.add(account);
            return account;
        } catch (AccountTakenException e) {
            throw problem(e);
        }
    }

    private static ProblemException problem(AccountTakenException taken) {
        var errors = new ArrayList<InvalidField>();
        if (taken.email()) {
            errors.add(new InvalidField("email", "is taken by another account"));
        }
        if (taken.username()) {
            errors.add(new InvalidField("username", "is taken by another account"));
        }
        return taken.email()
                ? new ProblemException(ProblemType.EMAIL_TAKEN, "Another account has this e-mail address.", errors)
                : new ProblemException(ProblemType.USERNAME_TAKEN, "Another account has this username.", errors);
    }
}
