package io.webchat.projection.unread;

import io.webchat.domain.structure.Server;
import io.webchat.domain.structure.ServerId;
import io.webchat.domain.user.UserId;
import io.webchat.log.ReadingKeys;
import io.webchat.projection.member.Memberships;
import io.webchat.projection.timeline.Beginnings;
import io.webchat.projection.timeline.TimelineKey;
import io.webchat.support.consistency.ConsistencyToken;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Where somebody's reading stands. A mark counts from the membership on in which it was made; who has none since has
 * read what was there before they joined, and nothing of what came after.
 */
@Component
class Marks {
    private final ReadsRepository repository;
    private final Memberships memberships;
    private final Beginnings beginnings;

    Marks(ReadsRepository repository, Memberships memberships, Beginnings beginnings) {
        this.repository = repository;
        this.memberships = memberships;
        this.beginnings = beginnings;
    }

    /**
     * Where the reading of a timeline stands, and why.
     *
     * @param mark the event behind it; null if it is the beginning of the membership
     * @param joinedAt when the membership began; null if that is not known yet
     */
    record Standing(
            long readUpTo,
            @Nullable MarkDocument mark,
            @Nullable Instant joinedAt) {
        /** Up to where the marks of {@code webchat.reads} are in it; 0 if there is none. */
        long readPosition() {
            return mark == null ? 0 : mark.position();
        }
    }

    /** By timeline; there is an answer for each. */
    Map<TimelineKey, Standing> of(UserId user, Map<TimelineKey, Server> timelines, ConsistencyToken caller) {
        var servers = timelines.values().stream().map(Server::id).collect(Collectors.toSet());
        var joined = memberships.joinedAt(user, servers, caller);
        var marks = repository.marks(timelines.keySet().stream()
                .map(timeline -> keyOf(user, timeline))
                .toList());
        var standings = new LinkedHashMap<TimelineKey, Standing>();
        var unmarked = new HashMap<TimelineKey, Instant>();
        timelines.forEach((timeline, server) -> {
            var mark = marks.get(keyOf(user, timeline));
            var joinedAt = joined.get(server.id());
            if (mark != null && (joinedAt == null || !mark.at().isBefore(joinedAt))) {
                standings.put(timeline, new Standing(mark.readUpTo(), mark, joinedAt));
            } else {
                // One who is not known to have joined yet has joined just now.
                unmarked.put(timeline, joinedAt == null ? Instant.MAX : joinedAt);
            }
        });
        beginnings
                .before(unmarked)
                .forEach((timeline, number) ->
                        standings.put(timeline, new Standing(number, null, joinedIn(timelines.get(timeline), joined))));
        return standings;
    }

    private static @Nullable Instant joinedIn(@Nullable Server server, Map<ServerId, Instant> joined) {
        return server == null ? null : joined.get(server.id());
    }

    static Collection<String> wishKeys(UserId user, Collection<Server> servers, Collection<TimelineKey> channels) {
        var keys = servers.stream()
                .map(server -> ReadingKeys.notifications(user, server.id()))
                .collect(Collectors.toSet());
        channels.forEach(channel -> keys.add(ReadingKeys.notifications(user, channel.channelId())));
        return keys;
    }

    private static String keyOf(UserId user, TimelineKey timeline) {
        return ReadingKeys.mark(user, timeline.channelId(), timeline.threadId());
    }
}
