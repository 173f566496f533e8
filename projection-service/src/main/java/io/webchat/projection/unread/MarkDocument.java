package io.webchat.projection.unread;

import io.webchat.domain.message.MessageId;
import io.webchat.domain.reading.ReadingEvent;
import io.webchat.log.ReadingKeys;
import io.webchat.projection.consume.Logged;
import io.webchat.projection.store.Positioned;
import io.webchat.projection.store.ViewCollections;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * How far somebody has read a timeline. Reading only goes on: of two marks that met in the log in the wrong order, the
 * furthest counts. Only the wish to read again goes back.
 *
 * @param id the key of the events
 * @param kind what the event says that set the mark: {@code read} or {@code marked-unread}
 * @param messageId the last message that is read, or the first that is not
 * @param offset of the event that set the mark
 */
@Document(ViewCollections.READ_MARKS)
record MarkDocument(@Id String id, String kind, String messageId, long readUpTo, Instant at, long offset, long position)
        implements Positioned {
    static final String READ = "read";
    static final String MARKED_UNREAD = "marked-unread";

    /** What an event leaves of a mark, if there is one. */
    static MarkDocument after(@Nullable MarkDocument before, Logged<? extends ReadingEvent.Marked> logged) {
        return switch (logged.event()) {
            case ReadingEvent.Read e
            when before != null && e.readUpTo() <= before.readUpTo -> before.reflecting(logged.nextOffset());
            case ReadingEvent.Read e -> of(e, READ, e.messageId(), logged);
            case ReadingEvent.MarkedUnread e -> of(e, MARKED_UNREAD, e.messageId(), logged);
        };
    }

    private static MarkDocument of(ReadingEvent.Marked event, String kind, MessageId message, Logged<?> logged) {
        return new MarkDocument(
                ReadingKeys.of(event),
                kind,
                message.toString(),
                event.readUpTo(),
                event.at(),
                logged.offset(),
                logged.nextOffset());
    }

    private MarkDocument reflecting(long newPosition) {
        return new MarkDocument(id, kind, messageId, readUpTo, at, offset, newPosition);
    }
}
