package io.webchat.projection.audit;

import io.webchat.projection.store.ViewCollections;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * Why a command was given. Kept apart from what it did, as in the log, so that the text can be erased alone.
 *
 * @param id the server and the command
 */
@Document(ViewCollections.AUDIT_REASONS)
record AuditReason(@Id String id, String reason) {
    static String id(String serverId, String commandId) {
        return serverId + "/" + commandId;
    }
}
