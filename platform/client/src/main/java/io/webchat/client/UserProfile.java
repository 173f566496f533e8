package io.webchat.client;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What everybody may know about a user.
 *
 * @param statusText what they say about themselves; null for nothing
 * @param avatarId their picture; null for none
 * @param revision how often this was changed: of two profiles of one user the larger is the later
 */
public record UserProfile(
        UUID userId,
        String username,
        String displayName,
        @Nullable String statusText,
        @Nullable String avatarId,
        int revision) {}
