package io.webchat.auth.account;

import io.webchat.domain.user.UserId;
import io.webchat.domain.user.Username;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * One person's account, as it is stored.
 *
 * @param id the user id in its canonical form
 * @param passwordHash in the encoded form of Argon2, which names its parameters
 * @param passwordGeneration how often the password was changed; absent for never
 * @param keptSessionId the session that changed it last, which goes on though it was opened with an earlier one
 * @param unannouncedSince present until Kafka has acknowledged the event that announces the account
 */
@Document(Account.COLLECTION)
public record Account(
        @Id String id,
        String username,
        String usernameKey,
        String displayName,
        String email,
        String emailKey,
        String passwordHash,
        Instant createdAt,
        @Nullable Integer passwordGeneration,
        @Nullable String keptSessionId,
        @Nullable Instant unannouncedSince) {
    static final String COLLECTION = "accounts";

    /** A new account, not announced yet. It is displayed by its username until its owner chooses another name. */
    public static Account create(
            UserId userId, Username username, EmailAddress email, String passwordHash, Instant at) {
        return new Account(
                userId.toString(),
                username.value(),
                username.key(),
                username.value(),
                email.value(),
                email.key(),
                passwordHash,
                at,
                null,
                null,
                at);
    }

    public UserId userId() {
        return UserId.parse(id);
    }

    /** Without e-mail address and hash, which must not reach a log file. */
    @Override
    public String toString() {
        return "Account[" + id + "]";
    }
}
