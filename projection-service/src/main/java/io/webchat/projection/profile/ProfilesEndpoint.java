package io.webchat.projection.profile;

import io.webchat.domain.user.UserId;
import io.webchat.projection.consume.ViewFreshness;
import io.webchat.support.consistency.ConsistencyToken;
import io.webchat.support.token.AuthenticatedUser;
import jakarta.validation.constraints.Size;
import java.util.Collection;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Answers who people are. */
@RestController
class ProfilesEndpoint {
    private final Profiles profiles;
    private final ProfileProjection projection;
    private final ViewFreshness freshness;

    ProfilesEndpoint(Profiles profiles, ProfileProjection projection, ViewFreshness freshness) {
        this.profiles = profiles;
        this.projection = projection;
        this.freshness = freshness;
    }

    @GetMapping("/api/users")
    FoundUsers users(
            @RequestParam @Size(min = 1, max = 100) List<UserId> ids, AuthenticatedUser user, ConsistencyToken caller) {
        freshness.await(projection, caller);
        var found = profiles.find(ids.stream().map(UserId::toString).distinct().toList());
        return new FoundUsers(found.values());
    }

    record FoundUsers(Collection<Profile> users) {}
}
