package io.webchat.support.rate;

import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What everybody may do, by classes of routes. The defaults are in {@code webchat-defaults.yml}, all of them far above
 * what a person does, since many people may share an address.
 *
 * @param guesses of the password of one account, from one neighbourhood of addresses
 * @param guessesEverywhere of it in all, before whoever guesses is slowed down
 * @param slowDown what each further guess takes longer
 * @param patience with Redis, which everybody who is counted waits for
 */
@ConfigurationProperties("webchat.rate-limit")
record RateLimitProperties(
        Allowance signIn,
        Allowance anonymous,
        Allowance sockets,
        Allowance sends,
        Allowance uploads,
        Allowance creations,
        Allowance commands,
        Allowance reads,
        Allowance guesses,
        Allowance guessesEverywhere,
        Duration slowDown,
        Duration patience) {

    /** What any bucket takes at most to be full. */
    Duration longest() {
        return Stream.concat(Arrays.stream(RouteClass.values()).map(this::of), Stream.of(guesses, guessesEverywhere))
                .map(Allowance::over)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    Allowance of(RouteClass route) {
        return switch (route) {
            case SIGN_IN -> signIn;
            case ANONYMOUS -> anonymous;
            case SOCKETS -> sockets;
            case SENDS -> sends;
            case UPLOADS -> uploads;
            case CREATIONS -> creations;
            case COMMANDS -> commands;
            case READS -> reads;
        };
    }
}
