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
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;

/** Where icons lie. The first one under an id stays. */
@Component
class Icons {
    /** In pixels. */
    private static final int SIDE = 256;

    private final MongoOperations mongo;
    private final Images images;

    Icons(MongoOperations mongo, Images images) {
        this.mongo = mongo;
        this.images = images;
    }

    /**
     * Makes an icon of an image and stores it.
     *
     * @throws ProblemException {@code invalid-request} (400) naming {@code body} if it is no image that can be decoded
     */
    void store(ServerId server, AttachmentId id, byte[] image, Instant at) throws IOException {
        var icon = images.square(image, SIDE)
                .orElseThrow(() -> ProblemException.invalid(
                        "body", "must be a PNG, JPEG, GIF or WebP image that is whole and not too large to decode"));
        try {
            mongo.insert(new StoredIcon(id.toString(), server.toString(), icon.contentType(), icon.bytes(), at));
        } catch (DuplicateKeyException e) {
            // The same request, repeated while it was under way.
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
