package io.webchat.auth.avatar;

import io.webchat.auth.account.OwnAccount;
import io.webchat.auth.account.ProfileChange;
import io.webchat.auth.profile.ProfileChanges;
import io.webchat.auth.session.Sessions;
import io.webchat.support.consistency.ConsistencyToken;
import io.webchat.support.token.AuthenticatedUser;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Gives the caller a picture, made from the image that is the body, whatever its {@code Content-Type} says; takes it.
 */
@RestController
final class AvatarEndpoint {
    static final String PATH = "/api/auth/me/avatar";

    private final Sessions sessions;
    private final Avatars avatars;
    private final ProfileChanges changes;

    AvatarEndpoint(Sessions sessions, Avatars avatars, ProfileChanges changes) {
        this.sessions = sessions;
        this.avatars = avatars;
        this.changes = changes;
    }

    @PutMapping(PATH)
    ResponseEntity<OwnAccount> changeAvatar(HttpServletRequest request, AuthenticatedUser user, ConsistencyToken caller)
            throws IOException {
        var account = sessions.requireOpen(user);
        avatars.reconsider(account);
        var avatar = avatars.store(account, request.getInputStream().readAllBytes());
        return changes.make(account, ProfileChange.of(avatar), caller);
    }

    @DeleteMapping(PATH)
    ResponseEntity<OwnAccount> removeAvatar(AuthenticatedUser user, ConsistencyToken caller) {
        var account = sessions.requireOpen(user);
        avatars.reconsider(account);
        return changes.make(account, ProfileChange.of(null), caller);
    }
}
