package io.webchat.client;

import java.util.List;
import java.util.UUID;

/** A server with its channels, as its members see it. */
public record ServerDetails(UUID serverId, String name, UUID ownerId, List<Channel> channels, long memberCount) {

    public record Channel(UUID channelId, String name) {}
}
