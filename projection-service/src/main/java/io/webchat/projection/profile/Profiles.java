package io.webchat.projection.profile;

import io.webchat.projection.consume.ViewFreshness;
import io.webchat.support.consistency.ConsistencyToken;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** Who people are, for this view's answers and those of others. */
@Component
public class Profiles {
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(25);

    private final ProfileRepository repository;
    private final ViewFreshness freshness;

    Profiles(ProfileRepository repository, ViewFreshness freshness) {
        this.repository = repository;
        this.freshness = freshness;
    }

    /**
     * The profiles of these users, by user id; unknown users are missing. Whoever is asked about was heard of in
     * another topic, perhaps before this view heard of them: a missing profile is waited for, at most a second. Throws
     * {@code view-behind} (503) if the view does not reach what the caller has seen.
     */
    public Map<String, Profile> find(Collection<String> userIds, ConsistencyToken caller) {
        freshness.await(ProfileRepository.VIEW, caller);
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        var found = repository.find(userIds);
        while (found.size() < userIds.size() && System.nanoTime() - deadline < 0 && pause()) {
            found = repository.find(userIds);
        }
        var profiles = new TreeMap<String, Profile>();
        found.forEach((id, document) -> profiles.put(id, new Profile(id, document.username(), document.displayName())));
        return profiles;
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
