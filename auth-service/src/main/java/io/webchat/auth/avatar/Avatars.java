package io.webchat.auth.avatar;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import io.webchat.auth.account.Account;
import io.webchat.domain.user.AvatarId;
import io.webchat.support.attachment.StoredAvatar;
import io.webchat.support.image.Images;
import io.webchat.support.image.Picture.Thumbnail;
import io.webchat.support.problem.ProblemException;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/** Where pictures of people lie. */
@Component
class Avatars {
    /** In pixels. */
    private static final int SIDE = 256;

    private static final int SMALL_SIDE = 96;
    private static final int ID_BYTES = 16;

    private static final String STORED_AT = "storedAt";

    /** Of one person, beside the one that they show. */
    static final int MOST = 25;

    /** Sorts after every character of an id. */
    private static final String END = "~";

    /** Whether the sweep has found that it is shown; missing where that is to be looked at. */
    private static final String SHOWN = "isShown";

    private final MongoOperations mongo;
    private final Images images;
    private final Clock clock;

    Avatars(MongoOperations mongo, Images images, Clock clock) {
        this.mongo = mongo;
        this.images = images;
        this.clock = clock;
        mongo.indexOps(StoredAvatar.class)
                .createIndex(new Index(SHOWN, Sort.Direction.ASC).on(STORED_AT, Sort.Direction.ASC));
    }

    /**
     * Makes a picture of an image and stores it, again if it is there already: it is not swept soon. The oldest ones
     * that its owner does not show give way to it, so that nobody fills the store.
     *
     * @throws ProblemException {@code invalid-request} (400) naming {@code body} if it is no image that can be decoded
     */
    AvatarId store(Account account, byte[] image) throws IOException {
        var user = account.userId();
        var large = square(image, SIDE);
        var small = square(large.bytes(), SMALL_SIDE);
        var id = idOf(large.bytes());
        mongo.save(new StoredAvatar(
                StoredAvatar.id(user, id),
                user.toString(),
                id.value(),
                large.contentType(),
                large.bytes(),
                small.contentType(),
                small.bytes(),
                clock.instant()));
        removeOldest(account);
        return id;
    }

    private void removeOldest(Account account) {
        var all = account.id() + "/";
        var oldest = query(where("_id").gt(all).lt(all + END).ne(all + account.avatarId()))
                .with(Sort.by(Sort.Direction.DESC, STORED_AT))
                .skip(MOST);
        oldest.fields().include("userId", "avatarId", STORED_AT);
        mongo.find(oldest, Stored.class, mongo.getCollectionName(StoredAvatar.class))
                .forEach(this::remove);
    }

    /**
     * Has the sweep look at the one that somebody shows: called before their profile shows another one, or none. It
     * counts from now on for how long it is not shown. Others go in their time, however often the picture is changed.
     */
    void reconsider(Account account) {
        if (account.avatarId() != null) {
            mongo.updateFirst(
                    query(where("_id").is(StoredAvatar.id(account.userId(), new AvatarId(account.avatarId())))),
                    new Update().unset(SHOWN).set(STORED_AT, clock.instant()),
                    StoredAvatar.class);
        }
    }

    /** Some that were stored before some time and have not been found shown, without their images. */
    List<Stored> unsettledBefore(Instant time, int limit) {
        var old = query(where(SHOWN).isNull().and(STORED_AT).lt(time)).limit(limit);
        old.fields().include("userId", "avatarId", STORED_AT);
        return mongo.find(old, Stored.class, mongo.getCollectionName(StoredAvatar.class));
    }

    /** Remembers that one is shown, unless it has been stored again, or is to be looked at again. */
    void settle(Stored avatar) {
        mongo.updateFirst(asItWas(avatar), Update.update(SHOWN, true), StoredAvatar.class);
    }

    /** Removes one, unless it has been stored again. */
    void remove(Stored avatar) {
        mongo.remove(asItWas(avatar), StoredAvatar.class);
    }

    private static Query asItWas(Stored avatar) {
        return query(where("_id").is(avatar.id()).and(STORED_AT).is(avatar.storedAt()));
    }

    private Thumbnail square(byte[] image, int side) throws IOException {
        return images.square(image, side)
                .orElseThrow(() -> ProblemException.invalid(
                        "body", "must be a PNG, JPEG, GIF or WebP image that is whole and not too large to decode"));
    }

    private static AvatarId idOf(byte[] image) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(image);
            return new AvatarId(HexFormat.of().formatHex(Arrays.copyOf(digest, ID_BYTES)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** What is known of a picture without looking at it. */
    record Stored(String id, String userId, String avatarId, Instant storedAt) {}
}
