package io.webchat.projection.invite;

import io.webchat.domain.structure.InviteEvent;
import io.webchat.projection.store.Positioned;
import io.webchat.projection.store.ViewCollections;
import java.time.Instant;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * One invite.
 *
 * @param id its code
 */
@Document(ViewCollections.INVITES)
record InviteDocument(@Id String id, String serverId, String createdBy, Instant createdAt, long position)
        implements Positioned {
    static InviteDocument of(InviteEvent.Created created, long position) {
        return new InviteDocument(
                created.code().value(),
                created.serverId().toString(),
                created.createdBy().toString(),
                created.at(),
                position);
    }
}
