package io.webchat.projection.profile;

import io.webchat.projection.consume.ViewFreshness;
import io.webchat.support.consistency.ConsistencyToken;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** Who people are, for this view's answers and those of others. */
@Component
public class Profiles {
    private final ProfileRepository repository;
    private final ViewFreshness freshness;

    Profiles(ProfileRepository repository, ViewFreshness freshness) {
        this.repository = repository;
        this.freshness = freshness;
    }

    /**
     * The profiles of these users, by user id; unknown users are missing. Throws {@code view-behind} (503) if the view
     * does not reach what the caller has seen.
     */
    public Map<String, Profile> find(Collection<String> userIds, ConsistencyToken caller) {
        freshness.await(ProfileRepository.VIEW, caller);
        var found = new TreeMap<String, Profile>();
        repository
                .find(userIds)
                .forEach((id, document) -> found.put(id, new Profile(id, document.username(), document.displayName())));
        return found;
    }
}
