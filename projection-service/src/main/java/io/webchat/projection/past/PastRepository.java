package io.webchat.projection.past;

import io.webchat.log.Topic;
import io.webchat.projection.consume.View;
import io.webchat.projection.consume.ViewFreshness;
import io.webchat.projection.past.ChannelPastDocument.Chapter;
import io.webchat.projection.store.PositionedCollection;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Repository;

/** What channels and memberships were. */
@Repository
class PastRepository {
    static final View VIEW = new View("past", Topic.STRUCTURE);

    /** Sorts after every character of an id. */
    private static final String END = "~";

    private final MongoTemplate mongo;
    private final PositionedCollection<ChannelPastDocument> channels;
    private final PositionedCollection<MembershipPastDocument> memberships;

    PastRepository(MongoTemplate mongo) {
        this.mongo = mongo;
        this.channels = new PositionedCollection<>(mongo, ChannelPastDocument.class);
        this.memberships = new PositionedCollection<>(mongo, MembershipPastDocument.class);
    }

    Optional<ChannelPastDocument> channel(String id) {
        return channels.find(id);
    }

    /**
     * What a channel was at a moment; empty if it was not there yet. Bisects its volumes, a few reads by id: times
     * follow the order of the log but for the milliseconds by which clocks differ.
     */
    Optional<Chapter> chapter(ChannelPastDocument channel, Instant moment) {
        var found = channel.at(moment);
        var first = 1;
        var last = found.isPresent() ? 0 : channel.former();
        while (first <= last) {
            var middle = (first + last) / 2;
            var chapter = channels.find(channel.volumeId(middle)).flatMap(volume -> volume.at(moment));
            if (chapter.isPresent()) {
                found = chapter;
                first = middle + 1;
            } else {
                last = middle - 1;
            }
        }
        return found;
    }

    /** When a channel began. */
    Instant beginning(ChannelPastDocument channel) {
        var first = channel.former() == 0
                ? channel
                : channels.find(channel.volumeId(1))
                        .orElseThrow(() -> ViewFreshness.behind("The channel is not in the view yet."));
        return first.chapters().getFirst().since();
    }

    Map<String, ChannelPastDocument> channels(Collection<String> ids) {
        return channels.findAll(ids);
    }

    /** All who are or were in a server, in the order of their ids, after one of them; {@code ""} for the first. */
    List<MembershipPastDocument> memberships(String server, String afterUser, int limit) {
        var range = Criteria.where("_id")
                .gt(MembershipPastDocument.id(server, afterUser))
                .lt(MembershipPastDocument.id(server, END));
        return mongo.find(
                Query.query(range).with(Sort.by("_id").ascending()).limit(limit), MembershipPastDocument.class);
    }

    Map<String, MembershipPastDocument> memberships(Collection<String> ids) {
        return memberships.findAll(ids);
    }

    void saveChannels(Collection<ChannelPastDocument> documents) {
        channels.saveAll(documents);
    }

    void saveMemberships(Collection<MembershipPastDocument> documents) {
        memberships.saveAll(documents);
    }
}
