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
 * What a channel was called, and what it was about. However often that changed, all of it is kept: a document that is
 * full becomes a volume of its own, and the channel's begins anew.
 *
 * @param id the channel's; of a conversation, which is called what its server is called, the server's; of a volume
 *     that, and its number from 1
 * @param chapters in their order: those that are in no volume
 * @param volumes how many there are before; null for none
 */
@Document(ViewCollections.CHANNEL_PAST)
record ChannelPastDocument(
        @Id String id,
        long position,
        List<Chapter> chapters,
        @Nullable Integer volumes) implements Positioned {
    /** So many chapters fill a document. */
    static final int FULL = 200;

    /**
     * What it was for a while.
     *
     * @param name empty for that of a conversation without one
     * @param topic absent for none
     */
    record Chapter(Instant since, String name, @Nullable String topic) {}

    /** One about which nothing happened yet. */
    static ChannelPastDocument none(String id) {
        return new ChannelPastDocument(id, 0, List.of(), null);
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
        if (next == null) {
            return this;
        }
        return isFull()
                ? new ChannelPastDocument(id, newPosition, List.of(next), former() + 1)
                : new ChannelPastDocument(id, newPosition, with(next), volumes);
    }

    /** The volume that it becomes when something is added to it; empty while there is room. */
    Optional<ChannelPastDocument> volume() {
        return isFull()
                ? Optional.of(new ChannelPastDocument(volumeId(former() + 1), position, chapters, null))
                : Optional.empty();
    }

    /** How many volumes there are before it. */
    int former() {
        return volumes == null ? 0 : volumes;
    }

    String volumeId(int number) {
        return "%s/%06d".formatted(id, number);
    }

    private boolean isFull() {
        return chapters.size() >= FULL;
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
            case ChannelEvent.Moved _, ChannelEvent.SlowModeChanged _, ChannelEvent.Deleted _ -> null;
            case ChannelEvent.RoleOverridden _, ChannelEvent.MemberOverridden _ -> null;
            case ConversationEvent.MemberAdded _, ServerEvent.Created _, ServerEvent.Described _ -> null;
            case ServerEvent.IconChanged _, ServerEvent.OwnershipTransferred _, ServerEvent.Deleted _ -> null;
            case CategoryEvent _, RoleEvent _, MemberEvent _, InviteEvent _ -> null;
        };
    }

    private List<Chapter> with(Chapter next) {
        var all = new ArrayList<>(chapters);
        all.add(next);
        return List.copyOf(all);
    }

    /** What it was at a moment; empty if none of these chapters had begun. */
    Optional<Chapter> at(Instant moment) {
        return chapters.reversed().stream()
                .filter(chapter -> !chapter.since().isAfter(moment))
                .findFirst();
    }
}
