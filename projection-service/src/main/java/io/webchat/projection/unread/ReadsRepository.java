package io.webchat.projection.unread;

import io.webchat.log.Topic;
import io.webchat.projection.consume.View;
import io.webchat.projection.store.PositionedCollection;
import java.util.Collection;
import java.util.Map;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Repository;

/** The marks and wishes that are known. */
@Repository
class ReadsRepository {
    static final View VIEW = new View("reads", Topic.READS);

    private final PositionedCollection<MarkDocument> marks;
    private final PositionedCollection<WishDocument> wishes;

    ReadsRepository(MongoTemplate mongo) {
        marks = new PositionedCollection<>(mongo, MarkDocument.class);
        wishes = new PositionedCollection<>(mongo, WishDocument.class);
    }

    /** By key; what nobody has marked is missing. */
    Map<String, MarkDocument> marks(Collection<String> keys) {
        return marks.findAll(keys);
    }

    /** By key; where nobody has a wish, it is missing. */
    Map<String, WishDocument> wishes(Collection<String> keys) {
        return wishes.findAll(keys);
    }

    void save(Collection<MarkDocument> newMarks, Collection<WishDocument> newWishes) {
        marks.saveAll(newMarks);
        wishes.saveAll(newWishes);
    }
}
