package io.webchat.projection.unread;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.webchat.domain.message.MessageId;
import io.webchat.domain.structure.ChannelId;
import io.webchat.domain.structure.Server;
import io.webchat.domain.structure.ServerId;
import io.webchat.domain.user.UserId;
import io.webchat.log.replica.StructureReplica.Snapshot;
import io.webchat.projection.access.ReadAccess;
import io.webchat.projection.member.Memberships;
import io.webchat.projection.profile.Profile;
import io.webchat.projection.profile.Profiles;
import io.webchat.projection.timeline.Calls;
import io.webchat.projection.timeline.Calls.Call;
import io.webchat.projection.timeline.Calls.CalledMessage;
import io.webchat.projection.timeline.Calls.Place;
import io.webchat.projection.timeline.TimelineKey;
import io.webchat.support.consistency.ConsistencyToken;
import io.webchat.support.problem.ProblemException;
import io.webchat.support.token.AuthenticatedUser;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Answers who has called the caller, the latest first, in all channels that they may see now. Of each channel the last
 * hundred calls of the person, of each of their roles and of everyone are among them; those that were edited away or
 * deleted are not, nor what was said before the caller joined.
 */
@RestController
class InboxEndpoint {
    private static final ChannelId NOWHERE = new ChannelId(new UUID(0, 0));

    private final Calls calls;
    private final UnreadReader reader;
    private final Marks marks;
    private final Memberships memberships;
    private final Profiles profiles;
    private final ReadAccess access;

    InboxEndpoint(
            Calls calls,
            UnreadReader reader,
            Marks marks,
            Memberships memberships,
            Profiles profiles,
            ReadAccess access) {
        this.calls = calls;
        this.reader = reader;
        this.marks = marks;
        this.memberships = memberships;
        this.profiles = profiles;
        this.access = access;
    }

    @GetMapping("/api/users/me/mentions")
    Inbox listMentions(
            @RequestParam(required = false) @Nullable String before,
            @RequestParam(defaultValue = "25") @Min(1) @Max(100) int limit,
            AuthenticatedUser user,
            ConsistencyToken caller) {
        var me = user.userId();
        var cursor = before == null ? null : cursor(before);
        var servers =
                access.snapshots(user, caller).stream().map(Snapshot::server).toList();
        reader.await(me, caller);
        var places = places(me, servers, caller);
        var open = calls.latest(me, places.values()).stream()
                .filter(call -> cursor == null || cursor.isLaterThan(call))
                .toList();
        var found = new ArrayList<CalledMessage>();
        var looked = 0;
        while (looked < open.size() && found.size() < limit) {
            var some = open.subList(looked, Math.min(open.size(), looked + limit - found.size()));
            found.addAll(calls.standing(me, some, places));
            looked += some.size();
        }
        var next = looked < open.size() ? text(open.get(looked - 1)) : null;
        return new Inbox(shown(me, found, servers, caller), authors(found, caller), next);
    }

    private Map<ChannelId, Place> places(UserId me, List<Server> servers, ConsistencyToken caller) {
        var joined = memberships.joinedAt(me, servers.stream().map(Server::id).toList(), caller);
        var places = new LinkedHashMap<ChannelId, Place>();
        for (var server : servers) {
            var since = joined.getOrDefault(server.id(), Instant.MAX);
            server.channels().keySet().stream()
                    .filter(channel -> server.maySee(channel, me))
                    .forEach(channel ->
                            places.put(channel, new Place(channel, UnreadReader.rolesOf(me, server), since)));
        }
        return places;
    }

    private List<Mention> shown(UserId me, List<CalledMessage> found, List<Server> servers, ConsistencyToken caller) {
        var byId = servers.stream().collect(Collectors.toMap(Server::id, server -> server));
        var timelines = new LinkedHashMap<TimelineKey, Server>();
        found.forEach(message -> timelines.put(message.timeline(), serverOf(message.serverId(), byId)));
        var standings = marks.of(me, timelines, caller);
        return found.stream()
                .map(message -> {
                    var standing = standings.get(message.timeline());
                    return new Mention(message, standing != null && message.number() > standing.readUpTo());
                })
                .toList();
    }

    private static Server serverOf(ServerId id, Map<ServerId, Server> servers) {
        var server = servers.get(id);
        if (server == null) {
            throw new IllegalStateException("server: " + id + " (expected: that of a channel which was asked for)");
        }
        return server;
    }

    private Map<String, Profile> authors(List<CalledMessage> found, ConsistencyToken caller) {
        return profiles.find(
                found.stream().map(message -> message.authorId().toString()).collect(Collectors.toSet()), caller);
    }

    private static String text(Call call) {
        return call.at().toEpochMilli() + "-" + call.messageId();
    }

    private static Call cursor(String text) {
        try {
            var dash = text.indexOf('-');
            var at = Instant.ofEpochMilli(Long.parseLong(text.substring(0, Math.max(0, dash))));
            return new Call(NOWHERE, MessageId.parse(text.substring(dash + 1)), at);
        } catch (IllegalArgumentException e) {
            throw ProblemException.invalid("before", "must be the next of an earlier answer");
        }
    }

    /**
     * A page.
     *
     * @param authors who wrote them, by user id
     * @param next the {@code before} of the next page; null if there is none
     */
    record Inbox(
            List<Mention> mentions,
            Map<String, Profile> authors,
            @Nullable String next) {}

    /** A message that calls the caller. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Mention(@JsonUnwrapped CalledMessage message, boolean isUnread) {}
}
