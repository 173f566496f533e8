package io.webchat.projection.deadletter;

import io.webchat.projection.deadletter.ReplayDocument.State;
import io.webchat.projection.store.ViewCollections;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

/** Which letters are to be replayed, and what became of it, known to all instances that share a store. */
@Repository
class ReplayRepository {
    private static final String ID = "_id";
    private static final String STATE = "state";

    private final MongoTemplate mongo;

    ReplayRepository(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    Optional<ReplayDocument> find(String id) {
        return Optional.ofNullable(mongo.findById(id, ReplayDocument.class));
    }

    /** By id. */
    Map<String, ReplayDocument> all() {
        return mongo.findAll(ReplayDocument.class).stream()
                .collect(Collectors.toMap(ReplayDocument::id, Function.identity()));
    }

    /** Those that somebody has to try, in the order of the log. */
    List<ReplayDocument> wanted() {
        return mongo.find(
                Query.query(Criteria.where(STATE).is(State.WANTED.name()))
                        .with(Sort.by("group", "partition", "offset")),
                ReplayDocument.class);
    }

    /** Wants it once more, unless it is done. */
    void want(ReplayDocument replay) {
        try {
            mongo.insert(replay);
        } catch (DuplicateKeyException e) {
            var tried = Criteria.where(ID).is(replay.id()).and(STATE).in(State.OVERTAKEN.name(), State.REFUSED.name());
            update(tried, State.WANTED, null, replay.at());
        }
    }

    /** What became of one that was wanted. */
    void settle(ReplayDocument replay, State state, @Nullable String detail, Instant at) {
        update(Criteria.where(ID).is(replay.id()).and(STATE).is(State.WANTED.name()), state, detail, at);
    }

    private void update(Criteria which, State state, @Nullable String detail, Instant at) {
        mongo.updateFirst(
                Query.query(which),
                new Update().set(STATE, state.name()).set("detail", detail).set("at", at),
                ViewCollections.REPLAYS);
    }
}
