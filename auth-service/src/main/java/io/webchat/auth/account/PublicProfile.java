package io.webchat.auth.account;

import io.webchat.domain.user.UserId;
import org.jspecify.annotations.Nullable;

/**
 * A person as everybody sees them.
 *
 * @param statusText what they say about themselves; null for nothing
 * @param avatarId their picture; null for none
 * @param revision how often this was changed: of two profiles of one person the larger is the later
 */
public record PublicProfile(
        UserId userId,
        String username,
        String displayName,
        @Nullable String statusText,
        @Nullable String avatarId,
        int revision) {}
