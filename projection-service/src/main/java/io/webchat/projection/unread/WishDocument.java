package io.webchat.projection.unread;

import io.webchat.domain.reading.ReadingEvent;
import io.webchat.log.ReadingKeys;
import io.webchat.projection.store.Positioned;
import io.webchat.projection.store.ViewCollections;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * What somebody wants to hear of a channel or server, by the last event about it.
 *
 * @param id the event's key
 * @param level absent for what holds around the place
 */
@Document(ViewCollections.NOTIFICATION_WISHES)
record WishDocument(@Id String id, boolean muted, @Nullable String level, long position) implements Positioned {
    static WishDocument of(ReadingEvent.NotificationsChanged event, long position) {
        var level = event.level();
        return new WishDocument(ReadingKeys.of(event), event.muted(), level == null ? null : level.slug(), position);
    }
}
