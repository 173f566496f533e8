package io.webchat.projection.timeline;

import io.webchat.domain.message.MessageEvent;
import io.webchat.projection.store.ViewCollections;
import java.time.Instant;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * One message of a channel.
 *
 * @param id the channel and the number, so that a page is a handful of known ids
 * @param number counts the messages of the channel densely from 1, in the order of the log
 */
@Document(ViewCollections.MESSAGES)
record MessageDocument(
        @Id String id,
        long number,
        String messageId,
        String channelId,
        String serverId,
        String authorId,
        String content,
        Instant at) {
    static MessageDocument of(MessageEvent.Posted event, long number) {
        var channel = event.channelId().toString();
        return new MessageDocument(
                id(channel, number),
                number,
                event.messageId().toString(),
                channel,
                event.serverId().toString(),
                event.authorId().toString(),
                event.content(),
                event.at());
    }

    /** Padded, so that ids sort as their numbers do. */
    static String id(String channelId, long number) {
        return "%s/%012d".formatted(channelId, number);
    }
}
