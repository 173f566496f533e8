package io.webchat.projection.timeline;

import io.webchat.domain.message.MessageId;
import io.webchat.domain.structure.ChannelId;
import io.webchat.domain.user.UserId;
import io.webchat.log.Topic;
import io.webchat.projection.cache.PositionedCache;
import io.webchat.projection.cache.ViewCaches;
import io.webchat.projection.consume.View;
import io.webchat.projection.store.NewDocuments;
import io.webchat.projection.store.PositionedCollection;
import io.webchat.projection.store.ViewCollections;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.BulkOperations.BulkMode;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

/**
 * The timelines, written in this order: which number a message id has and, at the same time, new messages; what follows
 * from messages and threads (tallies, calls, memberships, former versions, known commands), what became of the
 * messages, when they were pinned, pins, threads, and where each timeline ends, after which copies of its newest page
 * count no more. A crash between two of them leaves numbers and messages that are not yet shown; the same events,
 * applied again, give the same numbers, find what is there and complete the rest. What follows from a change is written
 * before it, so a change that a message reflects is reflected there too; a message without any change is taken into
 * account whenever its record comes again.
 */
@Repository
class TimelineRepository {
    static final View VIEW = new View("timeline", Topic.MESSAGES);

    private static final String ID = "_id";
    private static final String TIMELINE = "timeline";
    private static final String NUMBER = "number";
    private static final String OFFSET = "offset";
    private static final String POSITION = "position";
    private static final String ACTIVE_AT = "activeAt";
    private static final String LAST_MESSAGE_AT = "lastMessageAt";

    private static final Duration CACHED = Duration.ofMinutes(1);

    /** Sorts after every character of an id. */
    private static final String END = "~";

    private final MongoTemplate mongo;
    private final PositionedCollection<MessageDocument> messages;
    private final PositionedCollection<PinsDocument> pins;
    private final PositionedCollection<PinSpansDocument> pinSpans;
    private final PositionedCollection<ThreadDocument> threads;
    private final PositionedCollection<TallyDocument> tallies;
    private final PositionedCollection<CallsDocument> calls;
    private final PositionedCollection<ThreadMembershipsDocument> memberships;
    private final PositionedCollection<EditsDocument> edits;
    private final PositionedCollection<CommandsDocument> commands;
    private final PositionedCache<NewestPage> newestPages;

    TimelineRepository(MongoTemplate mongo, ViewCaches caches) {
        this.mongo = mongo;
        this.messages = new PositionedCollection<>(mongo, MessageDocument.class);
        this.pins = new PositionedCollection<>(mongo, PinsDocument.class);
        this.pinSpans = new PositionedCollection<>(mongo, PinSpansDocument.class);
        this.threads = new PositionedCollection<>(mongo, ThreadDocument.class);
        this.tallies = PositionedCollection.replacingEqual(mongo, TallyDocument.class);
        this.calls = new PositionedCollection<>(mongo, CallsDocument.class);
        this.memberships = new PositionedCollection<>(mongo, ThreadMembershipsDocument.class);
        this.edits = new PositionedCollection<>(mongo, EditsDocument.class);
        this.commands = new PositionedCollection<>(mongo, CommandsDocument.class);
        this.newestPages = caches.of("newest-page", VIEW.name(), NewestPage.class, CACHED);
    }

    void createIndexes() {
        mongo.indexOps(ViewCollections.MESSAGES)
                .createIndex(new Index("message.channelId", Sort.Direction.ASC).on(NUMBER, Sort.Direction.DESC));
        mongo.indexOps(ViewCollections.MESSAGES).createIndex(new Index("message.authorId", Sort.Direction.ASC));
        mongo.indexOps(ViewCollections.THREADS)
                .createIndex(new Index("channelId", Sort.Direction.ASC).on(ACTIVE_AT, Sort.Direction.DESC));
    }

    Map<String, Numbered> numbers(Collection<String> ids) {
        var numbers = new HashMap<String, Numbered>();
        for (var found : find(ViewCollections.MESSAGE_NUMBERS, ids)) {
            var id = found.getString(ID);
            numbers.put(id, new Numbered(id, found.getString(TIMELINE), found.getLong(NUMBER), found.getLong(OFFSET)));
        }
        return numbers;
    }

    /** The number of the newest message of each timeline that has one. */
    Map<String, Long> heads(Collection<String> timelines) {
        var heads = new HashMap<String, Long>();
        find(ViewCollections.CHANNEL_HEADS, timelines)
                .forEach(found -> heads.put(found.getString(ID), found.get(NUMBER, 0L)));
        return heads;
    }

    /**
     * Where a channel ends.
     *
     * @param number of its newest message, threads apart; 0 without any
     * @param position right after the last event that concerned it or its threads
     */
    record Head(long number, long position) {}

    Head head(ChannelId channel) {
        return find(ViewCollections.CHANNEL_HEADS, List.of(channel.toString())).stream()
                .map(found -> new Head(found.get(NUMBER, 0L), found.get(POSITION, 0L)))
                .findFirst()
                .orElse(new Head(0, 0));
    }

    /** The copy of the newest page of a channel, if it is at the position or further. */
    Optional<NewestPage> newestPage(ChannelId channel, long atLeast) {
        return newestPages.find(channel.toString(), atLeast);
    }

    void keep(NewestPage page) {
        newestPages.put(page);
    }

    /** When somebody last wrote in each of these channels or their threads; those without messages are missing. */
    Map<String, Instant> lastMessages(Collection<String> channels) {
        var times = new HashMap<String, Instant>();
        for (var found : find(ViewCollections.CHANNEL_HEADS, channels)) {
            Optional.ofNullable(found.getDate(LAST_MESSAGE_AT))
                    .ifPresent(at -> times.put(found.getString(ID), at.toInstant()));
        }
        return times;
    }

    long head(String timeline) {
        return heads(List.of(timeline)).getOrDefault(timeline, 0L);
    }

    /** The messages with numbers from first to last, ascending; none if last comes before first. */
    List<MessageDocument> page(String timeline, long first, long last) {
        if (first > last) {
            return List.of();
        }
        var ids = LongStream.rangeClosed(first, last)
                .mapToObj(number -> MessageDocument.id(timeline, number))
                .toList();
        return mongo.find(
                Query.query(Criteria.where(ID).in(ids)).with(Sort.by(Sort.Direction.ASC, NUMBER)),
                MessageDocument.class);
    }

    /** The messages of a channel and its threads with these ids, by id; those that are not known are missing. */
    Map<MessageId, MessageDocument> find(ChannelId channel, Collection<MessageId> ids) {
        var found = new HashMap<MessageId, MessageDocument>();
        find(ids.stream().map(id -> Numbered.id(channel, id)).toList())
                .values()
                .forEach(document -> found.put(document.message().id(), document));
        return found;
    }

    /** Messages of any channels by {@link Numbered#id}; those that are not known are missing. */
    Map<String, MessageDocument> find(Collection<String> ids) {
        var numbers = numbers(ids);
        var documents =
                messages(numbers.values().stream().map(Numbered::documentId).toList());
        var found = new HashMap<String, MessageDocument>();
        numbers.forEach((id, numbered) -> {
            var document = documents.get(numbered.documentId());
            // A view that was built by a former version may have given a number twice.
            if (document != null && Numbered.id(document).equals(id)) {
                found.put(id, document);
            }
        });
        return found;
    }

    /**
     * What somebody wrote in some channels since a time and nobody has deleted, the newest first. A store that does not
     * know secondary indexes reads all messages for it.
     *
     * @param until when the last of it may have been written; null for now
     */
    List<MessageDocument> writtenBy(
            UserId author, Collection<ChannelId> channels, Instant since, @Nullable Instant until, int limit) {
        var written = Criteria.where("message.authorId")
                .is(author.toString())
                .and("message.channelId")
                .in(channels.stream().map(ChannelId::toString).toList())
                .and("message.at")
                .gte(since);
        if (until != null) {
            written.lte(until);
        }
        written.and("deletedBefore").isNull();
        return mongo.find(
                Query.query(written)
                        .with(Sort.by(Sort.Direction.DESC, "message.at"))
                        .limit(limit),
                MessageDocument.class);
    }

    Map<String, MessageDocument> messages(Collection<String> ids) {
        return messages.findAll(ids);
    }

    Map<String, PinsDocument> pins(Collection<String> channels) {
        return pins.findAll(channels);
    }

    /** When messages were pinned, by {@link Numbered#id}; those that never were are missing. */
    Map<String, PinSpansDocument> pinSpans(Collection<String> ids) {
        return pinSpans.findAll(ids);
    }

    /** The same of those messages of a channel that were pinned at a moment, at most so many. */
    List<PinSpansDocument> pinSpans(ChannelId channel, Instant moment, int limit) {
        var then = Criteria.where("from")
                .lte(moment)
                .orOperator(
                        Criteria.where("until").isNull(),
                        Criteria.where("until").gt(moment));
        var range = Criteria.where(ID)
                .gt(channel + "/")
                .lt(channel + "/" + END)
                .and("spans.all")
                .elemMatch(then);
        return mongo.find(Query.query(range).limit(limit), PinSpansDocument.class);
    }

    Map<String, ThreadDocument> threads(Collection<String> timelines) {
        return threads.findAll(timelines);
    }

    Optional<ThreadDocument> thread(ChannelId channel, MessageId thread) {
        return threads.find(Timeline.of(channel, thread));
    }

    /** The threads of a channel, those with the newest message first. */
    List<ThreadDocument> threads(ChannelId channel, int limit) {
        var ofChannel = Query.query(Criteria.where("channelId").is(channel.toString()))
                .with(Sort.by(Sort.Direction.DESC, ACTIVE_AT))
                .limit(limit);
        return mongo.find(ofChannel, ThreadDocument.class);
    }

    /** The next thread of a channel after one, in the order of their ids; after null, the first. */
    Optional<ThreadDocument> threadAfter(ChannelId channel, @Nullable MessageId thread) {
        var first = channel + "/";
        var range =
                Criteria.where(ID).gt(thread == null ? first : first + thread).lt(first + END);
        return Optional.ofNullable(
                mongo.findOne(Query.query(range).with(Sort.by(ID)).limit(1), ThreadDocument.class));
    }

    /** What edited messages said before, by {@link Numbered#id}; those that never were edited are missing. */
    Map<String, EditsDocument> edits(Collection<String> ids) {
        return edits.findAll(ids);
    }

    /** The commands on messages, by {@link Numbered#id}; those on which there were none are missing. */
    Map<String, CommandsDocument> commands(Collection<String> ids) {
        return commands.findAll(ids);
    }

    Optional<CommandsDocument> commands(ChannelId channel, MessageId message) {
        return commands.find(Numbered.id(channel, message));
    }

    Map<String, TallyDocument> tallies(Collection<String> ids) {
        return tallies.findAll(ids);
    }

    /** What of these tallies concerns a reader, one after another, in no order; those that do not exist are missing. */
    void tallies(UserId reader, Collection<String> ids, Consumer<CountedTally> each) {
        if (ids.isEmpty()) {
            return;
        }
        var query = CountedTally.readBy(reader, Query.query(Criteria.where(ID).in(ids)));
        try (var found = mongo.stream(query, CountedTally.class, ViewCollections.TALLIES)) {
            found.forEach(each);
        }
    }

    Map<String, CallsDocument> calls(Collection<String> ids) {
        return calls.findAll(ids);
    }

    Map<String, ThreadMembershipsDocument> memberships(Collection<String> ids) {
        return memberships.findAll(ids);
    }

    void saveTallies(Changes<TallyDocument> changes) {
        tallies.saveAll(changes.changed(), changes::wasRead);
    }

    void saveCalls(Changes<CallsDocument> changes) {
        calls.saveAll(changes.changed(), changes::wasRead);
    }

    void saveMemberships(Changes<ThreadMembershipsDocument> changes) {
        memberships.saveAll(changes.changed(), changes::wasRead);
    }

    /** Those that are known stay as they are. */
    void saveNumbers(Collection<Numbered> numbers) {
        if (numbers.isEmpty()) {
            return;
        }
        NewDocuments.insert(
                mongo,
                ViewCollections.MESSAGE_NUMBERS,
                numbers.stream()
                        .map(numbered -> new Document(ID, numbered.id())
                                .append(TIMELINE, numbered.timeline())
                                .append(NUMBER, numbered.number())
                                .append(OFFSET, numbered.offset()))
                        .toList());
    }

    void saveCommands(Changes<CommandsDocument> changes) {
        commands.saveAll(changes.changed(), changes::wasRead);
    }

    void saveEdits(Changes<EditsDocument> changes) {
        edits.saveAll(changes.changed(), changes::wasRead);
    }

    /** Messages as they were posted, which are not known yet unless their records come again. */
    void savePosted(Collection<MessageDocument> documents) {
        messages.saveNew(documents);
    }

    /** @param isThere whether a message was read or written before */
    void saveMessages(Collection<MessageDocument> documents, Predicate<MessageDocument> isThere) {
        messages.saveAll(documents, isThere);
    }

    void savePins(Changes<PinsDocument> changes) {
        pins.saveAll(changes.changed(), changes::wasRead);
    }

    void savePinSpans(Changes<PinSpansDocument> changes) {
        pinSpans.saveAll(changes.changed(), changes::wasRead);
    }

    void saveThreads(Changes<ThreadDocument> changes) {
        threads.saveAll(changes.changed(), changes::wasRead);
    }

    /**
     * @param numbers of the newest message of each timeline
     * @param lastMessages the times of the newest message of each channel, threads included
     * @param positions right after the last event of each channel, threads included
     */
    void saveHeads(Map<String, Long> numbers, Map<String, Instant> lastMessages, Map<String, Long> positions) {
        var updates = new HashMap<String, Update>();
        numbers.forEach((timeline, number) ->
                updates.computeIfAbsent(timeline, id -> new Update()).max(NUMBER, number));
        lastMessages.forEach((channel, at) ->
                updates.computeIfAbsent(channel, id -> new Update()).max(LAST_MESSAGE_AT, at));
        positions.forEach((channel, position) ->
                updates.computeIfAbsent(channel, id -> new Update()).max(POSITION, position));
        var bulk = mongo.bulkOps(BulkMode.UNORDERED, ViewCollections.CHANNEL_HEADS);
        updates.forEach((id, update) -> bulk.upsert(byId(id), update));
        bulk.execute();
        newestPages.evict(positions.keySet());
    }

    private List<Document> find(String collection, Collection<String> ids) {
        return ids.isEmpty()
                ? List.of()
                : mongo.find(Query.query(Criteria.where(ID).in(ids)), Document.class, collection);
    }

    private static Query byId(String id) {
        return Query.query(Criteria.where(ID).is(id));
    }
}
