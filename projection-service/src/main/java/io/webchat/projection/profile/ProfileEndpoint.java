package io.webchat.projection.profile;

import io.webchat.domain.user.UserId;
import io.webchat.support.consistency.ConsistencyToken;
import io.webchat.support.token.AuthenticatedUser;
import jakarta.validation.constraints.Size;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Answers who people are, to whoever is logged in. */
@RestController
class ProfileEndpoint {
    private final Profiles profiles;

    ProfileEndpoint(Profiles profiles) {
        this.profiles = profiles;
    }

    @GetMapping("/api/users")
    FoundUsers findUsers(
            @RequestParam @Size(min = 1, max = 100) List<UserId> ids, AuthenticatedUser user, ConsistencyToken caller) {
        var distinct = ids.stream().map(UserId::toString).collect(Collectors.toSet());
        return new FoundUsers(profiles.find(distinct, caller).values());
    }

    record FoundUsers(Collection<Profile> users) {}
}
