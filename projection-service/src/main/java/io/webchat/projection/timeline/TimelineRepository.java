package io.webchat.projection.timeline;

import io.webchat.log.Topic;
import io.webchat.projection.consume.View;
import io.webchat.projection.store.ViewCollections;
import io.webchat.projection.store.WholeInsert;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.bson.Document;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.BulkOperations.BulkMode;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

/**
 * The timeline in three collections, written in this order: which number a message id has, the messages themselves, and
 * how many there are per channel. A crash between two of them leaves numbers that are known but not yet shown; the same
 * events, applied again, find these numbers and complete the rest.
 */
@Repository
class TimelineRepository {
    static final View VIEW = new View("timeline", Topic.MESSAGES);

    private static final String ID = "_id";
    private static final String NUMBER = "number";
    private static final String OFFSET = "offset";

    private final MongoTemplate mongo;

    TimelineRepository(MongoTemplate mongo) {
        this.mongo = mongo;
        mongo.indexOps(ViewCollections.MESSAGES)
                .createIndex(new Index("channelId", Sort.Direction.ASC).on(NUMBER, Sort.Direction.DESC));
        mongo.indexOps(ViewCollections.MESSAGES).createIndex(new Index("authorId", Sort.Direction.ASC));
    }

    /**
     * The number that a message id has in its channel.
     *
     * @param offset of the record that the number was given for: the first one with the id
     */
    record Numbered(String id, long number, long offset) {
        static String id(String channelId, String messageId) {
            return channelId + "/" + messageId;
        }
    }

    Map<String, Numbered> numbers(Collection<String> ids) {
        var numbers = new HashMap<String, Numbered>();
        for (var found : find(ViewCollections.MESSAGE_NUMBERS, ids)) {
            var id = found.getString(ID);
            numbers.put(id, new Numbered(id, found.getLong(NUMBER), found.getLong(OFFSET)));
        }
        return numbers;
    }

    /** The number of the newest message of each channel that has one. */
    Map<String, Long> heads(Collection<String> channelIds) {
        var heads = new HashMap<String, Long>();
        find(ViewCollections.CHANNEL_HEADS, channelIds)
                .forEach(found -> heads.put(found.getString(ID), found.getLong(NUMBER)));
        return heads;
    }

    long head(String channelId) {
        return heads(List.of(channelId)).getOrDefault(channelId, 0L);
    }

    /** The messages with numbers from first to last, ascending; none if last comes before first. */
    List<MessageDocument> page(String channelId, long first, long last) {
        if (first > last) {
            return List.of();
        }
        var ids = LongStream.rangeClosed(first, last)
                .mapToObj(number -> MessageDocument.id(channelId, number))
                .toList();
        return mongo.find(
                Query.query(Criteria.where(ID).in(ids)).with(Sort.by(Sort.Direction.ASC, NUMBER)),
                MessageDocument.class);
    }

    void saveNumbers(Collection<Numbered> numbers) {
        var bulk = mongo.bulkOps(BulkMode.ORDERED, ViewCollections.MESSAGE_NUMBERS);
        numbers.forEach(numbered -> bulk.upsert(
                byId(numbered.id()),
                new Update().setOnInsert(NUMBER, numbered.number()).setOnInsert(OFFSET, numbered.offset())));
        bulk.execute();
    }

    void saveMessages(Collection<MessageDocument> messages) {
        var bulk = mongo.bulkOps(BulkMode.ORDERED, ViewCollections.MESSAGES);
        var insert = new WholeInsert(mongo.getConverter());
        messages.forEach(message -> insert.addTo(bulk, message.id(), message));
        bulk.execute();
    }

    void saveHeads(Map<String, Long> heads) {
        var bulk = mongo.bulkOps(BulkMode.ORDERED, ViewCollections.CHANNEL_HEADS);
        heads.forEach((channel, number) -> bulk.upsert(byId(channel), new Update().max(NUMBER, number)));
        bulk.execute();
    }

    private List<Document> find(String collection, Collection<String> ids) {
        return mongo.find(Query.query(Criteria.where(ID).in(ids)), Document.class, collection);
    }

    private static Query byId(String id) {
        return Query.query(Criteria.where(ID).is(id));
    }
}
