package io.webchat.projection.timeline;

import io.webchat.domain.message.Message;
import io.webchat.projection.store.Positioned;
import io.webchat.projection.store.ViewCollections;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * What an edited message said before. Erased with the message.
 *
 * @param id the channel and the message
 * @param former the versions before the present one, in their order: the first, and the last {@link #KEPT} after it
 */
@Document(ViewCollections.MESSAGE_EDITS)
record EditsDocument(@Id String id, long position, List<Version> former) implements Positioned {
    /** However often a message is edited, its document has a limit. */
    static final int KEPT = 50;

    /**
     * What a message said for a while.
     *
     * @param revision how often it had been edited by then
     * @param at since when it said so
     */
    record Version(int revision, String content, Instant at) {
        static Version of(Message message) {
            return new Version(
                    message.revision(),
                    message.content(),
                    message.editedAt() == null ? message.at() : message.editedAt());
        }
    }

    static EditsDocument none(String id) {
        return new EditsDocument(id, 0, List.of());
    }

    /** Adds what an edit has replaced; an edit that the document reflects already changes nothing. */
    EditsDocument edited(Message before, long newPosition) {
        if (newPosition <= position) {
            return this;
        }
        var all = new ArrayList<>(former);
        all.add(Version.of(before));
        if (all.size() > 1 + KEPT) {
            all.remove(1);
        }
        return new EditsDocument(id, newPosition, List.copyOf(all));
    }

    /** Keeps nothing; a deletion that the document reflects already changes nothing. */
    EditsDocument erased(long newPosition) {
        return newPosition <= position ? this : new EditsDocument(id, newPosition, List.of());
    }
}
