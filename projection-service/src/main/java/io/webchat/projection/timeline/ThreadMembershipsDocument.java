package io.webchat.projection.timeline;

import io.webchat.domain.message.MessageThread;
import io.webchat.domain.structure.ChannelId;
import io.webchat.domain.user.UserId;
import io.webchat.projection.store.Positioned;
import io.webchat.projection.store.ViewCollections;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * The threads of a channel that somebody is a member of.
 *
 * @param id the channel and the user
 * @param threadIds in the order in which they joined
 */
@Document(ViewCollections.THREAD_MEMBERSHIPS)
record ThreadMembershipsDocument(@Id String id, long position, List<String> threadIds) implements Positioned {
    static ThreadMembershipsDocument none(String id) {
        return new ThreadMembershipsDocument(id, 0, List.of());
    }

    static String id(ChannelId channel, UserId user) {
        return channel + "/" + user;
    }

    /** Folds what an event has made of a thread; one that the document reflects already changes nothing. */
    ThreadMembershipsDocument settled(MessageThread thread, UserId user, long newPosition) {
        if (newPosition <= position) {
            return this;
        }
        var id = thread.id().toString();
        var others = threadIds.stream().filter(known -> !known.equals(id));
        if (!thread.members().contains(user)) {
            return new ThreadMembershipsDocument(this.id, newPosition, others.toList());
        }
        return threadIds.contains(id)
                ? new ThreadMembershipsDocument(this.id, newPosition, threadIds)
                : new ThreadMembershipsDocument(
                        this.id,
                        newPosition,
                        Stream.concat(others, Stream.of(id)).toList());
    }
}
