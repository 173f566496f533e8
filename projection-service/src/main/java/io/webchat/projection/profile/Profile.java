package io.webchat.projection.profile;

/** A person, as answers show them. */
public record Profile(String userId, String username, String displayName) {}
