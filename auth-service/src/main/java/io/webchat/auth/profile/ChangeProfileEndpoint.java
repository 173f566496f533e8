package io.webchat.auth.profile;

import io.webchat.auth.account.OwnAccount;
import io.webchat.auth.session.Sessions;
import io.webchat.support.consistency.ConsistencyToken;
import io.webchat.support.token.AuthenticatedUser;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** {@code PATCH /api/auth/me}: another name, or another line about oneself. */
@RestController
final class ChangeProfileEndpoint {
    private final Sessions sessions;
    private final ProfileChanges changes;

    ChangeProfileEndpoint(Sessions sessions, ProfileChanges changes) {
        this.sessions = sessions;
        this.changes = changes;
    }

    @PatchMapping("/api/auth/me")
    ResponseEntity<OwnAccount> changeProfile(
            @RequestBody ProfileChangeRequest request, AuthenticatedUser user, ConsistencyToken caller) {
        var change = request.validated();
        return changes.make(sessions.requireOpen(user), change, caller);
    }
}
