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
 * @param statusText what its owner says about themselves; absent for nothing
 * @param avatarId of the picture that its owner shows; absent for none
 * @param profileRevision how often the public profile was changed; absent for never
 * @param profileChangedAt when that was last; absent for never
 * @param unannouncedSince present until Kafka has acknowledged the event that announces the profile as it is
 * @param announcingUntil until when somebody has the sole right to announce it; absent for nobody
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
        @Nullable String statusText,
        @Nullable String avatarId,
        @Nullable Integer profileRevision,
        @Nullable Instant profileChangedAt,
        @Nullable Instant unannouncedSince,
        @Nullable Instant announcingUntil) {
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
                null,
                null,
                null,
                null,
                at,
                null);
    }

    /** What everybody may know about its owner. */
    public PublicProfile profile() {
        return new PublicProfile(userId(), username, displayName, statusText, avatarId, revision());
    }

    /** How often the public profile was changed. */
    public int revision() {
        return profileRevision == null ? 0 : profileRevision;
    }

    /** Whether not even its beginning is known to be in the log. */
    public boolean isUnheardOf() {
        return unannouncedSince != null && revision() == 0;
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
