package io.webchat.projection.search;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.webchat.domain.message.MessageId;
import io.webchat.domain.structure.ChannelId;
import io.webchat.domain.structure.Server;
import io.webchat.domain.structure.ServerId;
import io.webchat.log.replica.StructureReplica.Snapshot;
import io.webchat.projection.access.ReadAccess;
import io.webchat.projection.profile.Profile;
import io.webchat.projection.search.SearchIndex.Hit;
import io.webchat.projection.search.SearchIndex.Hits;
import io.webchat.projection.timeline.FoundMessages;
import io.webchat.projection.timeline.FoundMessages.Place;
import io.webchat.projection.timeline.TimelineMessage;
import io.webchat.support.consistency.ConsistencyToken;
import io.webchat.support.token.AuthenticatedUser;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.io.IOException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.search.Query;
import org.apache.lucene.store.AlreadyClosedException;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Answers what messages say something, in all channels that the caller may see now, the newest first. */
@RestController
class SearchEndpoint {
    private final SearchReplica replica;
    private final SearchFilters filters;
    private final FoundMessages messages;
    private final ReadAccess access;
    private final MeterRegistry meters;

    SearchEndpoint(
            SearchReplica replica,
            SearchFilters filters,
            FoundMessages messages,
            ReadAccess access,
            MeterRegistry meters) {
        this.replica = replica;
        this.filters = filters;
        this.messages = messages;
        this.access = access;
        this.meters = meters;
    }

    @GetMapping("/api/search/messages")
    Found searchMessages(
            @RequestParam String q,
            @RequestParam(required = false) @Nullable ServerId serverId,
            @RequestParam(required = false) @Nullable String zone,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "25") @Min(1) @Max(50) int limit,
            AuthenticatedUser user,
            ConsistencyToken caller) {
        var query = SearchQuery.parse(q);
        var timeZone = SearchTimes.zone(zone);
        var after = cursor == null ? null : SearchCursor.read(cursor);
        var running = Timer.start(meters);
        try {
            var scope = SearchScope.of(user.userId(), servers(serverId, user, caller));
            return search(query, scope, timeZone, after, limit, caller);
        } finally {
            running.stop(SearchMetrics.duration(meters));
        }
    }

    private Found search(
            SearchQuery query,
            SearchScope scope,
            ZoneId timeZone,
            @Nullable Hit after,
            int limit,
            ConsistencyToken caller) {
        var index = replica.asOf(caller);
        try {
            var criteria = filters.resolve(query, scope, timeZone, index, caller);
            var text = SearchTerms.textOf(criteria);
            SearchTerms.require(query, text);
            var hits = index.search(SearchTerms.of(criteria, text), after, limit + 1);
            return found(hits, limit, text, scope, caller);
        } catch (IOException | AlreadyClosedException e) {
            throw replica.failed(index, e);
        }
    }

    private List<Server> servers(@Nullable ServerId only, AuthenticatedUser user, ConsistencyToken caller) {
        return only == null
                ? access.snapshots(user, caller).stream().map(Snapshot::server).toList()
                : List.of(access.server(only, user, caller).server());
    }

    private Found found(Hits hits, int limit, Optional<Query> text, SearchScope scope, ConsistencyToken caller)
            throws IOException {
        var page = hits.hits().subList(0, Math.min(limit, hits.hits().size()));
        var shown = messages.show(page.stream().map(SearchEndpoint::place).toList(), caller);
        var found = new ArrayList<FoundMessage>();
        for (var message : shown.messages()) {
            var ranges = text.isEmpty() ? List.<Highlights.Range>of() : Highlights.of(text.get(), message.content());
            found.add(new FoundMessage(scope.serverOf(message.channelId()), message, ranges));
        }
        var next = hits.hits().size() > limit ? SearchCursor.write(page.getLast()) : null;
        return new Found(found, shown.authors(), shown.referenced(), hits.total(), hits.isExact(), next);
    }

    private static Place place(Hit hit) {
        var slash = hit.id().indexOf('/');
        return new Place(
                ChannelId.parse(hit.id().substring(0, slash)),
                MessageId.parse(hit.id().substring(slash + 1)));
    }

    /**
     * A page.
     *
     * @param total of all pages; at least so many, unless it is exact
     * @param next the {@code cursor} of the next page; null if there is none
     */
    record Found(
            List<FoundMessage> messages,
            Map<String, Profile> authors,
            Map<String, TimelineMessage> referenced,
            long total,
            boolean isTotalExact,

            @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable
            String next) {}

    /** A message, and which parts of its content were found. */
    record FoundMessage(ServerId serverId, @JsonUnwrapped TimelineMessage message, List<Highlights.Range> highlights) {}
}
