package io.webchat.auth.password;

import io.webchat.auth.account.Account;
import io.webchat.support.problem.ProblemException;
import io.webchat.support.rate.GuessLimit;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Counts how often the password of an account is tried, where the operator limits requests at all. */
@Component
public class Guesses {
    private final ObjectProvider<GuessLimit> limit;
    private final HttpServletRequest request;

    /** @param request the one that the calling thread answers */
    Guesses(ObjectProvider<GuessLimit> limit, HttpServletRequest request) {
        this.limit = limit;
        this.request = request;
    }

    /**
     * Counts a try for a login that no account has, as one for an account is counted.
     *
     * @throws ProblemException {@code too-many-requests} (429) if it may not be made
     */
    public void count(String login) {
        count("login:", login.strip().toLowerCase(Locale.ROOT));
    }

    /**
     * Counts a try for an account, by whatever name it was found.
     *
     * @throws ProblemException {@code too-many-requests} (429) if it may not be made
     */
    public void count(Account account) {
        count("user:", account.userId().toString());
    }

    private void count(String kind, String account) {
        limit.ifAvailable(guesses -> guesses.count(kind + account, request.getRemoteAddr()));
    }
}
