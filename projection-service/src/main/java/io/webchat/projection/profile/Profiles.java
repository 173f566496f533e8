package io.webchat.projection.profile;

import static java.util.function.Predicate.not;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.webchat.projection.consume.ViewFreshness;
import io.webchat.support.consistency.ConsistencyToken;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** Who people are, for this view's answers and those of others. */
@Component
public class Profiles {
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(25);

    /** How long nobody waits again for somebody who did not turn up. */
    private static final Duration GIVEN_UP = Duration.ofSeconds(5);

    private static final int GIVEN_UP_AT_MOST = 10_000;

    private final Cache<String, Boolean> givenUp = Caffeine.newBuilder()
            .expireAfterWrite(GIVEN_UP)
            .maximumSize(GIVEN_UP_AT_MOST)
            .build();
    private final ProfileRepository repository;
    private final ViewFreshness freshness;

    Profiles(ProfileRepository repository, ViewFreshness freshness) {
        this.repository = repository;
        this.freshness = freshness;
    }

    /**
     * The profiles of these users, by user id; unknown users are missing. Whoever is asked about was heard of in
     * another topic, perhaps before this view heard of them: a missing profile is waited for, at most a second, and
     * then not again for five. That spares the wait only; a profile that has arrived is in every answer from then on.
     * Throws {@code view-behind} (503) if the view does not reach what the caller has seen.
     */
    public Map<String, Profile> find(Collection<String> userIds, ConsistencyToken caller) {
        return find(userIds, patience(), caller);
    }

    /** The same, for several questions that one caller waits for: they have one wait between them. */
    public Map<String, Profile> find(Collection<String> userIds, Patience patience, ConsistencyToken caller) {
        freshness.await(ProfileRepository.VIEW, caller);
        var found = awaited(userIds, patience);
        var profiles = new TreeMap<String, Profile>();
        found.forEach((id, document) -> profiles.put(id, document.profile()));
        return profiles;
    }

    /** The same, of those who are known at this moment: nobody is waited for. */
    public Map<String, Profile> known(Collection<String> userIds) {
        var profiles = new TreeMap<String, Profile>();
        repository.find(userIds).forEach((id, document) -> profiles.put(id, document.profile()));
        return profiles;
    }

    /**
     * Whose username it is, without regard to case; empty if nobody's. Throws {@code view-behind} (503) if the view
     * does not reach what the caller has seen.
     */
    public Optional<Profile> named(String username, ConsistencyToken caller) {
        freshness.await(ProfileRepository.VIEW, caller);
        return repository.named(username).map(ProfileDocument::profile);
    }

    /**
     * Until when missing profiles are waited for.
     *
     * @param deadline by {@link System#nanoTime}
     */
    public record Patience(long deadline) {
        boolean isOver() {
            return System.nanoTime() - deadline >= 0;
        }
    }

    /** A second from now on. */
    public Patience patience() {
        return new Patience(System.nanoTime() + PATIENCE.toNanos());
    }

    private Map<String, ProfileDocument> awaited(Collection<String> userIds, Patience patience) {
        var expected =
                userIds.stream().filter(id -> givenUp.getIfPresent(id) == null).toList();
        var found = repository.find(userIds);
        while (!found.keySet().containsAll(expected)) {
            if (patience.isOver()) {
                expected.stream().filter(not(found::containsKey)).forEach(id -> givenUp.put(id, true));
                return found;
            }
            if (!pause()) {
                return found;
            }
            found = repository.find(userIds);
        }
        return found;
    }

    private static boolean pause() {
        try {
            Thread.sleep(LOOK_AGAIN);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
