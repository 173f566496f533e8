package io.webchat.projection.server;

import io.webchat.domain.structure.ChannelEvent;
import io.webchat.domain.structure.InviteEvent;
import io.webchat.domain.structure.MemberEvent;
import io.webchat.domain.structure.ServerEvent;
import io.webchat.domain.structure.StructureEvent;
import io.webchat.projection.store.Positioned;
import io.webchat.projection.store.ViewCollections;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/** One server with its channels, in the order in which they were made. */
@Document(ViewCollections.SERVERS)
record ServerDocument(
        @Id String id, String name, String ownerId, List<Channel> channels, long memberCount, long position)
        implements Positioned {
    record Channel(String channelId, String name) {}

    /** Folds an event; one that the document reflects already changes nothing. */
    static ServerDocument evolve(@Nullable ServerDocument state, StructureEvent event, long position) {
        if (state == null) {
            if (event instanceof ServerEvent.Created created) {
                return new ServerDocument(
                        created.serverId().toString(),
                        created.name(),
                        created.ownerId().toString(),
                        List.of(),
                        0,
                        position);
            }
            throw new IllegalStateException("the server of " + event + " was never created");
        }
        if (position <= state.position) {
            return state;
        }
        return switch (event) {
            case ServerEvent.Created created -> throw new IllegalStateException("created twice: " + created);
            case ChannelEvent.Created created ->
                state.with(
                        Stream.concat(
                                        state.channels.stream(),
                                        Stream.of(
                                                new Channel(created.channelId().toString(), created.name())))
                                .toList(),
                        state.memberCount,
                        position);
            case MemberEvent.Joined joined -> state.with(state.channels, state.memberCount + 1, position);
            case InviteEvent.Created created -> state.with(state.channels, state.memberCount, position);
        };
    }

    private ServerDocument with(List<Channel> newChannels, long newMemberCount, long newPosition) {
        return new ServerDocument(id, name, ownerId, newChannels, newMemberCount, newPosition);
    }
}
