package io.webchat.projection.member;

import io.webchat.domain.structure.MemberEvent;
import io.webchat.projection.store.Positioned;
import io.webchat.projection.store.ViewCollections;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * One member of a server.
 *
 * @param id the server and the user, so that a page of members is a range of ids
 */
@Document(ViewCollections.MEMBERS)
record MemberDocument(@Id String id, String serverId, String userId, long position) implements Positioned {
    static MemberDocument of(MemberEvent.Joined joined, long position) {
        var server = joined.serverId().toString();
        var user = joined.userId().toString();
        return new MemberDocument(id(server, user), server, user, position);
    }

    static String id(String serverId, String userId) {
        return serverId + "/" + userId;
    }
}
