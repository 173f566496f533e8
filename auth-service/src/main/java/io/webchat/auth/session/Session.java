package io.webchat.auth.session;

import io.webchat.domain.user.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * One login, as it is stored. A session that has ended is not there any more.
 *
 * @param id 128 random bits; public to its user as the {@code sid} of access tokens
 * @param tokenHash SHA-256 of the current refresh token's secret
 * @param previousTokenHash of the secret that the current one replaced
 * @param rotatedAt when that happened
 */
@Document(Session.COLLECTION)
record Session(
        @Id String id,
        String userId,
        String tokenHash,
        @Nullable String previousTokenHash,
        @Nullable Instant rotatedAt,
        Instant createdAt,
        Instant expiresAt) {
    static final String COLLECTION = "sessions";

    UserId user() {
        return UserId.parse(userId);
    }

    /** Without the hashes. */
    @Override
    public String toString() {
        return "Session[" + id + "]";
    }
}
