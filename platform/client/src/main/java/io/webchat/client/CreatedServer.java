package io.webchat.client;

import java.util.UUID;

/** A new server and the channel that every server begins with. */
public record CreatedServer(UUID serverId, UUID generalChannelId) {}
