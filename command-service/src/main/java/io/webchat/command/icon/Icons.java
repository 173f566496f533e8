package io.webchat.command.icon;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import io.webchat.domain.structure.AttachmentId;
import io.webchat.domain.structure.ServerId;
import io.webchat.support.attachment.StoredIcon;
import io.webchat.support.image.Images;
import io.webchat.support.problem.ProblemException;
import java.io.IOException;
import java.time.Instant;
import java.util.stream.Stream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.stereotype.Component;

/**
 * Where icons lie. The first one under an id stays. Of a server there are only so many: whoever changes its icon again
 * and again does not fill the store.
 */
@Component
class Icons {
    /** In pixels. */
    private static final int SIDE = 256;

    /** Of one server, beside the one that it shows: of commands that wait to be decided there are fewer. */
    static final int MOST = 25;

    private final MongoOperations mongo;
    private final Images images;

    Icons(MongoOperations mongo, Images images) {
        this.mongo = mongo;
        this.images = images;
    }

    /**
     * Makes an icon of an image and stores it. The oldest of the server give way to it.
     *
     * @param shown the one that the server shows, which gives way to none; null for none
     * @throws ProblemException {@code invalid-request} (400) naming {@code body} if it is no image that can be decoded
     */
    void store(ServerId server, AttachmentId id, byte[] image, Instant at, @Nullable AttachmentId shown)
            throws IOException {
        var icon = images.square(image, SIDE)
                .orElseThrow(() -> ProblemException.invalid(
                        "body", "must be a PNG, JPEG, GIF or WebP image that is whole and not too large to decode"));
        try {
            mongo.insert(new StoredIcon(id.toString(), server.toString(), icon.contentType(), icon.bytes(), at));
        } catch (DuplicateKeyException e) {
            // The same request, repeated while it was under way.
        }
        removeOldest(server, String.valueOf(shown));
    }

    private void removeOldest(ServerId server, String shown) {
        mongo.indexOps(StoredIcon.class).createIndex(new Index("serverId", Sort.Direction.ASC));
        var oldest = query(where("serverId").is(server.toString()).and("_id").ne(shown))
                .with(Sort.by(Sort.Direction.DESC, "uploadedAt"))
                .skip(MOST);
        oldest.fields().include("_id");
        var ids = mongo.find(oldest, Document.class, mongo.getCollectionName(StoredIcon.class)).stream()
                .map(icon -> icon.getString("_id"))
                .toList();
        if (!ids.isEmpty()) {
            mongo.remove(query(where("_id").in(ids)), StoredIcon.class);
        }
    }

    /** Those that were stored before some time, without their images, one after another. The caller closes it. */
    Stream<StoredIcon> storedBefore(Instant time) {
        var old = query(where("uploadedAt").lt(time));
        old.fields().include("serverId", "contentType", "uploadedAt");
        return mongo.stream(old, StoredIcon.class);
    }

    void remove(StoredIcon icon) {
        mongo.remove(query(where("_id").is(icon.id())), StoredIcon.class);
    }
}
