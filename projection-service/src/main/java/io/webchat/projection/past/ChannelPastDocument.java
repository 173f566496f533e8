package io.webchat.projection.past;

import io.webchat.domain.structure.CategoryEvent;
import io.webchat.domain.structure.ChannelEvent;
import io.webchat.domain.structure.ChannelId;
import io.webchat.domain.structure.ConversationEvent;
import io.webchat.domain.structure.InviteEvent;
import io.webchat.domain.structure.MemberEvent;
import io.webchat.domain.structure.RoleEvent;
import io.webchat.domain.structure.Server;
import io.webchat.domain.structure.ServerEvent;
import io.webchat.domain.structure.StructureEvent;
import io.webchat.projection.store.Positioned;
import io.webchat.projection.store.ViewCollections;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * What a channel was called, and what it was about.
 *
 * @param id the channel's; of a conversation, which is called what its server is called, the server's
 * @param chapters in their order: the first, and the last {@link #KEPT} after it
 */
@Document(ViewCollections.CHANNEL_PAST)
record ChannelPastDocument(@Id String id, long position, List<Chapter> chapters) implements Positioned {
    /** However often a channel is renamed, its document has a limit. */
    static final int KEPT = 200;

    /**
     * What it was for a while.
     *
     * @param name empty for that of a conversation without one
     * @param topic absent for none
     */
    record Chapter(Instant since, String name, @Nullable String topic) {}

    /** One about which nothing happened yet. */
    static ChannelPastDocument none(String id) {
        return new ChannelPastDocument(id, 0, List.of());
    }

    static String id(Server server, ChannelId channel) {
        return server.kind() == Server.Kind.COMMUNITY
                ? channel.toString()
                : server.id().toString();
    }

    /** The document that an event may give a name or a topic; null for none. */
    static @Nullable String concerned(StructureEvent event) {
        return switch (event) {
            case ChannelEvent e -> e.channelId().toString();
            case ConversationEvent e -> e.serverId().toString();
            case ServerEvent e -> e.serverId().toString();
            case CategoryEvent _, RoleEvent _, MemberEvent _, InviteEvent _ -> null;
        };
    }

    /** Folds an event that concerns it; one that the document reflects already changes nothing. */
    ChannelPastDocument evolve(StructureEvent event, long newPosition) {
        if (newPosition <= position) {
            return this;
        }
        var next = next(event);
        return next == null ? this : new ChannelPastDocument(id, newPosition, with(next));
    }

    private @Nullable Chapter next(StructureEvent event) {
        return switch (event) {
            case ChannelEvent.Created e -> new Chapter(e.at(), e.name(), e.topic());
            case ChannelEvent.Renamed e ->
                new Chapter(e.at(), e.name(), chapters.getLast().topic());
            case ChannelEvent.TopicChanged e ->
                new Chapter(e.at(), chapters.getLast().name(), e.topic().isEmpty() ? null : e.topic());
            case ConversationEvent.PairStarted e -> new Chapter(e.at(), "", null);
            case ConversationEvent.GroupStarted e -> new Chapter(e.at(), e.name() == null ? "" : e.name(), null);
            // What a community is called says nothing of its channels, and never began here.
            case ServerEvent.Renamed e -> chapters.isEmpty() ? null : new Chapter(e.at(), e.name(), null);
            case StructureEvent e -> null;
        };
    }

    private List<Chapter> with(Chapter next) {
        var all = new ArrayList<>(chapters);
        all.add(next);
        if (all.size() > 1 + KEPT) {
            all.remove(1);
        }
        return List.copyOf(all);
    }

    /** What it was at a moment; empty if it was not there yet. */
    Optional<Chapter> at(Instant moment) {
        return chapters.reversed().stream()
                .filter(chapter -> !chapter.since().isAfter(moment))
                .findFirst();
    }
}
