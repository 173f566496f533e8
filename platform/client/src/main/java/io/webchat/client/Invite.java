package io.webchat.client;

import java.util.UUID;

/** A way into a server for whoever has the code. */
public record Invite(UUID serverId, String code) {}
