package io.webchat.client;

import java.util.UUID;

/** What everybody may know about a user. */
public record UserProfile(UUID userId, String username, String displayName) {}
