package io.webchat.support.rate;

import io.webchat.support.problem.ProblemException;
import io.webchat.support.problem.ProblemType;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Limits how often the password of one account is tried, from however many addresses, and locks nobody out.
 *
 * <p>Whoever tries from one neighbourhood of addresses (a /24, or the /48 of an IPv6 address) is refused after a while:
 * the owner, elsewhere, is not. Whoever tries from many neighbourhoods is not refused but slowed down, once there have
 * been more tries in all than a person makes; so is the owner meanwhile, by seconds. What is right counts as well, so
 * that nobody learns anything from what is counted; and accounts that do not exist are counted like those that do.
 */
public final class GuessLimit {
    private static final int KEY_BYTES = 16;

    private final RateLimiter limiter;
    private final RateLimitProperties allowances;

    GuessLimit(RateLimiter limiter, RateLimitProperties allowances) {
        this.limiter = limiter;
        this.allowances = allowances;
    }

    /**
     * Counts one try; takes as long as whoever guesses that often has to wait.
     *
     * @param account what is the same in all tries for it, such as the name that somebody typed; kept as a digest only
     * @param address of who tries
     * @throws ProblemException {@code too-many-requests} (429) if it may not be made
     */
    public void count(String account, String address) {
        var subject = digest(account);
        var nearby = allowances.guesses();
        var decision = limiter.take("guesses", nearby, subject + ":" + ClientNetwork.neighbourhoodOf(address));
        if (!decision.isConsumed()) {
            throw new ProblemException(
                            ProblemType.TOO_MANY_REQUESTS,
                            "The password of this account is tried too often from where you are.")
                    .retryAfter(RateLimitHeaders.untilMore(nearby, decision));
        }
        if (!limiter.take("guesses-everywhere", allowances.guessesEverywhere(), subject)
                .isConsumed()) {
            slowDown();
        }
    }

    private void slowDown() {
        try {
            Thread.sleep(allowances.slowDown());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** An e-mail address has no business in Redis. */
    private static String digest(String account) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(account.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, KEY_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
