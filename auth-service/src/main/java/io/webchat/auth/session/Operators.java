package io.webchat.auth.session;

import io.webchat.auth.account.Account;
import io.webchat.domain.user.Username;
import io.webchat.support.token.Scope;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Who operates the platform: the accounts whose usernames the environment names. A name that nobody has yet is whose
 * who registers it first.
 */
@Component
class Operators {
    private final Set<String> usernameKeys;

    Operators(OperatorProperties properties) {
        usernameKeys = properties.usernames().stream().map(Username::key).collect(Collectors.toUnmodifiableSet());
    }

    /** What an account may beyond all others, as of now. */
    Set<Scope> scopesOf(Account account) {
        return usernameKeys.contains(account.usernameKey()) ? Set.of(Scope.OPERATOR) : Set.of();
    }
}
