package io.webchat.command.attachment;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import io.webchat.support.problem.ProblemException;
import io.webchat.support.problem.ProblemType;
import java.time.Instant;
import java.util.List;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/**
 * Who takes how much room. One document per user, and each step one conditional update of it, so the limits hold
 * however many uploads race, on however many instances, and every step may be repeated.
 */
@Component
class StorageLedger {
    /** How many entries wait for a message: only these are limited. */
    private static final String WAITING = "unattached";

    /** How many are on their way out. */
    private static final String DISCARDED = "discarded";

    private final MongoOperations mongo;
    private final AttachmentProperties limits;

    StorageLedger(MongoOperations mongo, AttachmentProperties limits) {
        this.mongo = mongo;
        this.limits = limits;
    }

    /** Writes a new file down, without any room yet. Throws {@code limit-reached} (409) if there are too many. */
    void open(Hold hold) {
        begin(hold.userId());
        var few = where("_id").is(hold.userId()).and(WAITING).lt(limits.maxUnattached());
        if (!update(few, entered(hold, 0))) {
            throw new ProblemException(
                    ProblemType.LIMIT_REACHED,
                    "There are " + limits.maxUnattached() + " uploads already that no message carries.");
        }
    }

    /** Takes room for some more bytes of a file. Throws {@code quota-exceeded} (413) if there is not enough. */
    void take(Hold hold, long bytes) {
        var room = held(hold).and("bytes").lte(limits.quota().toBytes() - bytes);
        if (bytes > 0 && !update(room, added(hold, bytes))) {
            throw new ProblemException(
                    ProblemType.QUOTA_EXCEEDED,
                    "Your files may take " + limits.quota().toBytes() + " bytes, and this one is too much.");
        }
    }

    /** Gives room back that a file turned out not to need. */
    void giveBack(Hold hold, long bytes) {
        if (bytes > 0) {
            update(held(hold), added(hold, -bytes));
        }
    }

    /** The file belongs to a message now: it takes its room, and waits for nothing. One on its way out stays on it. */
    void attached(Hold hold) {
        update(waiting(hold), left(WAITING).unset(path(hold)));
    }

    /** The file belongs to no message any more. Returns whether that is new, rather than in the books already. */
    boolean detached(Hold hold, long bytes) {
        return update(where("_id").is(hold.userId()).and(path(hold)).exists(false), entered(hold, bytes));
    }

    /** The file is on its way out, whether it was carried or waited. Returns whether it was in no book until now. */
    boolean discarded(Hold hold, long bytes) {
        if (detached(hold, bytes)) {
            return true;
        }
        update(
                waiting(hold),
                left(WAITING)
                        .inc(DISCARDED, 1)
                        .set(path(hold) + ".since", Hold.DISCARDED)
                        .set(path(hold) + ".isDiscarded", true));
        return false;
    }

    /** Whether the file waits for a message, or for being known to belong to one. */
    boolean isWaiting(Hold hold) {
        return mongo.exists(query(waiting(hold)), StorageUse.COLLECTION);
    }

    /** Strikes off what should not have been entered: the file is gone, and its room is free already. */
    void withdraw(Hold hold) {
        update(held(hold), left(DISCARDED).unset(path(hold)));
    }

    /** The file is gone, and its room is free. */
    void removed(Hold hold) {
        var use = mongo.findById(hold.userId(), StorageUse.class);
        var entry = use == null ? null : use.holds().get(hold.fileId());
        if (entry != null) {
            update(held(hold), left(countOf(entry)).unset(path(hold)).inc("bytes", -entry.bytes()));
        }
    }

    /** What has been in the books since before some time. */
    List<Hold> heldSinceBefore(Instant time) {
        return mongo
                .find(
                        query(new Criteria()
                                .orOperator(
                                        where(WAITING).gt(0), where(DISCARDED).gt(0))),
                        StorageUse.class)
                .stream()
                .flatMap(StorageUse::asHolds)
                .filter(hold -> hold.since().isBefore(time))
                .toList();
    }

    private void begin(String userId) {
        try {
            mongo.upsert(
                    query(where("_id").is(userId)),
                    new Update().setOnInsert("bytes", 0L).setOnInsert(WAITING, 0),
                    StorageUse.COLLECTION);
        } catch (DuplicateKeyException e) {
            // Another upload of the same user was first.
        }
    }

    private boolean update(Criteria condition, Update update) {
        return mongo.updateFirst(query(condition), update, StorageUse.COLLECTION)
                        .getMatchedCount()
                > 0;
    }

    private static String countOf(StorageUse.Entry entry) {
        return Boolean.TRUE.equals(entry.isDiscarded()) ? DISCARDED : WAITING;
    }

    private static Criteria held(Hold hold) {
        return where("_id").is(hold.userId()).and(path(hold)).exists(true);
    }

    private static Criteria waiting(Hold hold) {
        return held(hold).and(path(hold) + ".since").ne(Hold.DISCARDED);
    }

    private static Update entered(Hold hold, long bytes) {
        return new Update()
                .set(path(hold) + ".attachmentId", hold.attachmentId())
                .set(path(hold) + ".since", hold.since())
                .set(path(hold) + ".bytes", bytes)
                .set(path(hold) + ".isDiscarded", hold.isDiscarded())
                .inc(hold.isDiscarded() ? DISCARDED : WAITING, 1);
    }

    private static Update added(Hold hold, long bytes) {
        return new Update().inc("bytes", bytes).inc(path(hold) + ".bytes", bytes);
    }

    private static Update left(String counted) {
        return new Update().inc(counted, -1);
    }

    private static String path(Hold hold) {
        return "holds." + hold.fileId();
    }
}
