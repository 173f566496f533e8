package io.webchat.projection.unread;

import io.webchat.domain.reading.ReadingEvent;
import io.webchat.log.ReadingKeys;
import io.webchat.projection.store.Positioned;
import io.webchat.projection.store.ViewCollections;
import java.time.Instant;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * How far somebody has read a timeline, by the last event about it.
 *
 * @param id the event's key
 * @param kind what the event says: {@code read} or {@code marked-unread}
 * @param messageId the last message that is read, or the first that is not
 */
@Document(ViewCollections.READ_MARKS)
record MarkDocument(@Id String id, String kind, String messageId, long readUpTo, Instant at, long position)
        implements Positioned {
    static final String READ = "read";
    static final String MARKED_UNREAD = "marked-unread";

    static MarkDocument of(ReadingEvent.Marked event, long position) {
        return switch (event) {
            case ReadingEvent.Read e -> of(e, READ, e.messageId().toString(), position);
            case ReadingEvent.MarkedUnread e ->
                of(e, MARKED_UNREAD, e.messageId().toString(), position);
        };
    }

    private static MarkDocument of(ReadingEvent.Marked event, String kind, String message, long position) {
        return new MarkDocument(ReadingKeys.of(event), kind, message, event.readUpTo(), event.at(), position);
    }
}
