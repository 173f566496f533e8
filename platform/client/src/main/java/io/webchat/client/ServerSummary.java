package io.webchat.client;

import java.util.UUID;

/** A server in the list of those that the caller is a member of. */
public record ServerSummary(UUID serverId, String name, UUID ownerId) {}
