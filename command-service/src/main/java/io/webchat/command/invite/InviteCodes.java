package io.webchat.command.invite;

import io.webchat.domain.structure.InviteCode;
import java.security.SecureRandom;
import java.util.Base64;
import org.springframework.stereotype.Component;

/** Draws invite codes that nobody can guess. */
@Component
class InviteCodes {
    private static final int BYTES = 12;

    private final SecureRandom random = new SecureRandom();

    InviteCode draw() {
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return new InviteCode(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }
}
