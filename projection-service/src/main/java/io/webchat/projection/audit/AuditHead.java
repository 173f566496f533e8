package io.webchat.projection.audit;

import io.webchat.projection.store.Positioned;
import io.webchat.projection.store.ViewCollections;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * How many entries a server's audit log has.
 *
 * @param id the server
 * @param number of the newest entry; 0 for none
 */
@Document(ViewCollections.AUDIT_HEADS)
record AuditHead(@Id String id, long number, long position) implements Positioned {
    static AuditHead none(String serverId) {
        return new AuditHead(serverId, 0, 0);
    }

    /** After an event that is an entry. */
    AuditHead counted(long newPosition) {
        return new AuditHead(id, number + 1, newPosition);
    }

    /** After an event that is none. */
    AuditHead passed(long newPosition) {
        return new AuditHead(id, number, newPosition);
    }
}
