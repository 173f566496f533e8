package io.webchat.projection.unread;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.webchat.domain.message.MessageId;
import io.webchat.domain.structure.ChannelId;
import io.webchat.domain.structure.Server;
import io.webchat.domain.structure.ServerId;
import io.webchat.log.ReadingKeys;
import io.webchat.log.replica.StructureReplica.Snapshot;
import io.webchat.projection.access.ReadAccess;
import io.webchat.projection.timeline.TimelineKey;
import io.webchat.projection.unread.UnreadReader.Unread;
import io.webchat.support.consistency.ConsistencyToken;
import io.webchat.support.token.AuthenticatedUser;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * Answers what the caller has not read: everything at once, for an app that starts, or one channel or thread. Nothing
 * is told of what they may not see now, whatever they could see once.
 */
@RestController
class UnreadEndpoint {
    private final UnreadReader reader;
    private final ReadsRepository wishes;
    private final ReadAccess access;

    UnreadEndpoint(UnreadReader reader, ReadsRepository wishes, ReadAccess access) {
        this.reader = reader;
        this.wishes = wishes;
        this.access = access;
    }

    /**
     * All channels that the caller may see, all threads that they are a member of there, and their wishes about the
     * places where they have some.
     */
    @GetMapping("/api/users/me/unread")
    AllUnread getUnread(AuthenticatedUser user, ConsistencyToken caller) {
        var servers =
                access.snapshots(user, caller).stream().map(Snapshot::server).toList();
        reader.await(user.userId(), caller);
        var serverOf = new LinkedHashMap<ChannelId, Server>();
        for (var server : servers) {
            server.channels().keySet().stream()
                    .filter(channel -> server.maySee(channel, user.userId()))
                    .forEach(channel -> serverOf.put(channel, server));
        }
        var channels = serverOf.keySet().stream().map(TimelineKey::of).toList();
        var timelines = new LinkedHashMap<TimelineKey, Server>();
        reader.withThreads(user.userId(), channels)
                .forEach(timeline ->
                        timelines.put(timeline, Objects.requireNonNull(serverOf.get(timeline.channelId()))));
        var unread = reader.read(user.userId(), timelines, caller);
        return new AllUnread(unread, wishes(user, servers, serverOf));
    }

    @GetMapping("/api/channels/{channelId}/unread")
    Unread getChannelUnread(@PathVariable ChannelId channelId, AuthenticatedUser user, ConsistencyToken caller) {
        return one(new TimelineKey(channelId, null), user, caller);
    }

    @GetMapping("/api/channels/{channelId}/threads/{threadId}/unread")
    Unread getThreadUnread(
            @PathVariable ChannelId channelId,
            @PathVariable MessageId threadId,
            AuthenticatedUser user,
            ConsistencyToken caller) {
        return one(new TimelineKey(channelId, threadId), user, caller);
    }

    private Unread one(TimelineKey timeline, AuthenticatedUser user, ConsistencyToken caller) {
        var server = access.channel(timeline.channelId(), user, caller).server();
        reader.await(user.userId(), caller);
        return reader.read(user.userId(), Map.of(timeline, server), caller).getFirst();
    }

    private List<Wish> wishes(AuthenticatedUser user, List<Server> servers, Map<ChannelId, Server> channels) {
        var me = user.userId();
        var found = wishes.wishes(Marks.wishKeys(
                me, servers, channels.keySet().stream().map(TimelineKey::of).toList()));
        var ofServers = servers.stream()
                .map(server -> Wish.of(server.id(), null, found.get(ReadingKeys.notifications(me, server.id()))));
        var ofChannels = channels.entrySet().stream()
                .map(entry -> Wish.of(
                        entry.getValue().id(),
                        entry.getKey(),
                        found.get(ReadingKeys.notifications(me, entry.getKey()))));
        return Stream.concat(ofServers, ofChannels).flatMap(Stream::ofNullable).toList();
    }

    /**
     * Everything.
     *
     * @param notifications where the caller has a wish, and only there
     */
    record AllUnread(List<Unread> channels, List<Wish> notifications) {}

    /**
     * What the caller wants to hear of a place.
     *
     * @param channelId absent for the server as a whole
     * @param level absent for what holds around the place
     * @param position right after the event that says so, in the user's partition of reads
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Wish(
            ServerId serverId,
            @Nullable ChannelId channelId,
            boolean muted,
            @Nullable String level,
            long position) {
        static @Nullable Wish of(ServerId server, @Nullable ChannelId channel, @Nullable WishDocument wish) {
            return wish == null ? null : new Wish(server, channel, wish.muted(), wish.level(), wish.position());
        }
    }
}
