package io.webchat.projection.past;

import io.webchat.domain.structure.CategoryEvent;
import io.webchat.domain.structure.ChannelEvent;
import io.webchat.domain.structure.ConversationEvent;
import io.webchat.domain.structure.InviteEvent;
import io.webchat.domain.structure.MemberEvent;
import io.webchat.domain.structure.RoleEvent;
import io.webchat.domain.structure.ServerEvent;
import io.webchat.domain.structure.StructureEvent;
import io.webchat.domain.user.UserId;
import io.webchat.projection.store.Positioned;
import io.webchat.projection.store.ViewCollections;
import java.util.List;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * When somebody was a member of a server.
 *
 * @param id the server and the user, so that those of a server are a range of ids
 */
@Document(ViewCollections.MEMBERSHIP_PAST)
record MembershipPastDocument(@Id String id, String userId, long position, Spans spans) implements Positioned {
    static String id(String server, String user) {
        return server + "/" + user;
    }

    /** Somebody about whom nothing happened yet. */
    static MembershipPastDocument none(String server, String user) {
        return new MembershipPastDocument(id(server, user), user, 0, Spans.NONE);
    }

    /** Whose membership an event begins or ends. */
    static List<UserId> concerned(StructureEvent event) {
        return switch (event) {
            case MemberEvent.Joined e -> List.of(e.userId());
            case MemberEvent.Left e -> List.of(e.userId());
            case MemberEvent.Kicked e -> List.of(e.userId());
            case MemberEvent.Banned e -> List.of(e.userId());
            case MemberEvent e -> List.of();
            case ConversationEvent.PairStarted e -> e.userIds();
            case ConversationEvent.GroupStarted e -> e.userIds();
            case ConversationEvent.MemberAdded e -> List.of(e.userId());
            case ServerEvent _, CategoryEvent _, ChannelEvent _, RoleEvent _, InviteEvent _ -> List.of();
        };
    }

    /** Folds an event that concerns this person; one that the document reflects already changes nothing. */
    MembershipPastDocument evolve(StructureEvent event, long newPosition) {
        if (newPosition <= position) {
            return this;
        }
        var isMember = event instanceof MemberEvent.Joined || event instanceof ConversationEvent;
        return new MembershipPastDocument(
                id, userId, newPosition, isMember ? spans.begun(event.at()) : spans.ended(event.at()));
    }
}
