package io.webchat.client;

import java.util.UUID;

/** What somebody who has an invite's code sees before joining. */
public record InvitePreview(String code, UUID serverId, String serverName, long memberCount) {}
