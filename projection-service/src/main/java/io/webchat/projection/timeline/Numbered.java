package io.webchat.projection.timeline;

import io.webchat.domain.message.MessageEvent;
import io.webchat.domain.message.MessageId;
import io.webchat.domain.structure.ChannelId;

/**
 * The number that a message id has in its timeline.
 *
 * @param offset of the record that the number was given for: the first one with the id
 */
record Numbered(String id, String timeline, long number, long offset) {
    static String id(MessageEvent event) {
        return id(event.channelId(), event.messageId());
    }

    static String id(MessageDocument document) {
        return id(document.message().channelId(), document.message().id());
    }

    static String id(ChannelId channel, MessageId message) {
        return channel + "/" + message;
    }

    String documentId() {
        return MessageDocument.id(timeline, number);
    }
}
