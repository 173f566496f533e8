package io.webchat.command.conversation;

import io.webchat.domain.structure.ChannelId;
import io.webchat.domain.structure.ServerId;

/**
 * A conversation to write in.
 *
 * @param serverId its id: to the commands and views of servers it is one of them
 * @param channelId where its messages are
 */
record OpenedConversation(ServerId serverId, ChannelId channelId) {}
