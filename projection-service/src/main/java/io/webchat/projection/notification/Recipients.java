package io.webchat.projection.notification;

import io.webchat.domain.message.Message;
import io.webchat.domain.structure.Server;
import io.webchat.domain.user.UserId;
import io.webchat.projection.notification.Calling.Listener;
import io.webchat.projection.presence.Presences;
import io.webchat.projection.timeline.MessagePlaces.MessagePlace;
import io.webchat.projection.timeline.StandingMessages;
import io.webchat.projection.unread.Listening;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Finds whom a message calls, by the views as they are at this moment. */
@Component
class Recipients {
    private final Listening listening;
    private final StandingMessages messages;
    private final Presences presences;

    Recipients(Listening listening, StandingMessages messages, Presences presences) {
        this.listening = listening;
        this.messages = messages;
        this.presences = presences;
    }

    /** Somebody who is called. */
    record Called(UserId user, boolean isUrgent) {}

    /** Those who may see a channel, of people who can be called; without whoever wrote there. */
    static List<UserId> mayHear(Set<UserId> subscribers, Server server, Message message) {
        Collection<UserId> fewer = subscribers.size() < server.members().size()
                ? subscribers
                : server.members().keySet();
        return fewer.stream()
                .filter(user -> subscribers.contains(user) && !user.equals(message.authorId()))
                .filter(user -> server.maySee(message.channelId(), user))
                .toList();
    }

    /** Whoever wants to hear of it, has not read it, and is not where they would see it anyway. */
    List<Called> of(Message message, MessagePlace place, Server server, List<UserId> mayHear) {
        var thread = message.threadId();
        var followers = thread == null ? Set.<UserId>of() : messages.membersOf(message.channelId(), thread);
        var wishes = listening.of(mayHear, message.serverId(), message.channelId());
        var called = new ArrayList<Called>();
        for (var user : mayHear) {
            var member = server.members().get(user);
            var wish = wishes.get(user);
            if (member != null && wish != null) {
                var listener = new Listener(user, member.roles(), wish, thread == null || followers.contains(user));
                if (Calling.isCalling(message, listener)) {
                    var isUrgent = server.kind() != Server.Kind.COMMUNITY || Calling.isMentioned(message, listener);
                    called.add(new Called(user, isUrgent));
                }
            }
        }
        var users = called.stream().map(Called::user).toList();
        var spared = new HashSet<>(listening.whoHaveRead(users, place.timeline(), place.number()));
        presences
                .notToBeCalled(users.stream().map(UserId::toString).toList())
                .forEach(user -> spared.add(UserId.parse(user)));
        called.removeIf(one -> spared.contains(one.user()));
        return called;
    }
}
