package io.webchat.domain.user;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What happens to a person's public profile. Each event carries the whole profile, so compaction may keep only the last
 * one per user.
 */
public sealed interface UserEvent {
    UserId userId();

    String username();

    String displayName();

    Instant at();

    /** The person has an account from now on. */
    record Registered(UserId userId, String username, String displayName, Instant at) implements UserEvent {}

    /**
     * The person shows themselves otherwise from now on.
     *
     * @param statusText what they say about themselves; null for nothing
     * @param avatarId their picture; null for none
     * @param revision how often the profile has been changed, this change included: a larger one is later
     */
    record ProfileChanged(
            UserId userId,
            String username,
            String displayName,
            @Nullable String statusText,
            @Nullable AvatarId avatarId,
            int revision,
            Instant at)
            implements UserEvent {}
}
