package io.webchat.auth.session;

import io.webchat.auth.account.Account;
import io.webchat.domain.user.UserId;
import java.time.Instant;
import java.util.Objects;
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
 * @param passwordGeneration that of the account when the session was opened; absent for the first
 * @param userAgent what the browser called itself then, shortened
 * @param pushSubscription where the browser can be reached; absent where it cannot
 */
@Document(Session.COLLECTION)
record Session(
        @Id String id,
        String userId,
        String tokenHash,
        @Nullable String previousTokenHash,
        @Nullable Instant rotatedAt,
        Instant createdAt,
        Instant expiresAt,
        @Nullable Integer passwordGeneration,
        @Nullable String userAgent,
        @Nullable PushSubscription pushSubscription) {
    static final String COLLECTION = "sessions";

    UserId user() {
        return UserId.parse(userId);
    }

    Instant lastUsedAt() {
        return rotatedAt == null ? createdAt : rotatedAt;
    }

    /** Whether the account still lets it in: a changed password ends all sessions but the one that changed it. */
    boolean isAdmittedBy(Account account) {
        return id.equals(account.keptSessionId()) || Objects.equals(passwordGeneration, account.passwordGeneration());
    }

    /** Without the hashes. */
    @Override
    public String toString() {
        return "Session[" + id + "]";
    }
}
