package io.webchat.domain.user;

import java.time.Instant;

/**
 * What happens to a person's public profile. Each event carries the whole profile, so compaction may keep only the last
 * one per user.
 */
public sealed interface UserEvent {
    UserId userId();

    Instant at();

    /** The person has an account from now on. */
    record Registered(UserId userId, String username, String displayName, Instant at) implements UserEvent {}
}
