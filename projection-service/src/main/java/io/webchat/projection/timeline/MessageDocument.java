package io.webchat.projection.timeline;

import io.webchat.domain.message.Message;
import io.webchat.domain.message.MessageChange;
import io.webchat.domain.message.MessageEvent;
import io.webchat.domain.message.Reactions;
import io.webchat.projection.store.Positioned;
import io.webchat.projection.store.ViewCollections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A message and its place.
 *
 * @param id the timeline and the number, so that a page is a handful of known ids
 * @param number counts the messages of the timeline densely from 1, in the order of the log
 * @param deletedBefore right after the event that deleted it; null while it is not deleted
 */
@Document(ViewCollections.MESSAGES)
record MessageDocument(
        @Id String id,
        long position,
        long number,
        Message message,
        @Nullable Long deletedBefore) implements Positioned {
    private static final int DIGITS = 12;

    static MessageDocument of(MessageEvent.Posted event, long number, long position) {
        return new MessageDocument(id(Timeline.of(event), number), position, number, Message.of(event), null);
    }

    /**
     * What stands for a message that could not be applied: it looks as if it had been deleted before anything came of
     * it, and reflects everything before the record at this offset.
     */
    static MessageDocument passedOver(MessageEvent.Posted event, long number, long offset) {
        var nothing = new Message(
                event.serverId(),
                event.channelId(),
                event.messageId(),
                event.authorId(),
                "",
                null,
                event.threadId(),
                null,
                List.of(),
                event.at(),
                0,
                null,
                true,
                Reactions.NONE);
        return new MessageDocument(id(Timeline.of(event), number), offset, number, nothing, offset);
    }

    /** Whether it stands for a message that could not be applied, whose record is at this offset. */
    boolean isPassedOver(long offset) {
        return deletedBefore != null && deletedBefore <= offset;
    }

    /** The ids of a timeline sort as their numbers do. */
    static String id(String timeline, long number) {
        return Timeline.padded(timeline, number, DIGITS);
    }

    /** Folds a change; one that the document reflects already changes nothing. */
    MessageDocument evolve(MessageChange change, long newPosition) {
        if (newPosition <= position) {
            return this;
        }
        var changed = message.evolve(change);
        var deleted = deletedBefore == null && changed.isDeleted() ? Long.valueOf(newPosition) : deletedBefore;
        return new MessageDocument(id, newPosition, number, changed, deleted);
    }

    /** Whether the message was there when an event came, however much later the document is. */
    boolean wasThereAt(long offset) {
        return deletedBefore == null || offset < deletedBefore;
    }
}
