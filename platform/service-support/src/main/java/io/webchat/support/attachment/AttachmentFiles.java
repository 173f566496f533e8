package io.webchat.support.attachment;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import com.mongodb.MongoException;
import com.mongodb.MongoGridFSException;
import com.mongodb.client.gridfs.GridFSBucket;
import com.mongodb.client.gridfs.GridFSBuckets;
import com.mongodb.client.gridfs.GridFSUploadStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.bson.BsonString;
import org.springframework.dao.DataAccessException;
import org.springframework.data.mongodb.MongoDatabaseFactory;
import org.springframework.data.mongodb.core.MongoExceptionTranslator;
import org.springframework.data.mongodb.core.MongoOperations;

/**
 * The bytes of attachments, in GridFS. Never more than one chunk of a file is in memory.
 *
 * <p>Guarantees: a file is there as a whole or cannot be opened; it never changes. A process that dies while it stores
 * one leaves chunks behind that {@link #delete} removes. Failures of the store are {@link DataAccessException}s; what
 * is not there is a {@link FileGoneException}.
 */
public final class AttachmentFiles {
    private static final String BUCKET = "attachment_files";
    private static final MongoExceptionTranslator TRANSLATOR = new MongoExceptionTranslator();

    private final MongoDatabaseFactory store;
    private final MongoOperations mongo;

    public AttachmentFiles(MongoDatabaseFactory store, MongoOperations mongo) {
        this.store = store;
        this.mongo = mongo;
    }

    static String thumbnailOf(String fileId) {
        return fileId + "/thumbnail";
    }

    /** Stores a file. What was stored of one that breaks off is removed, if the store lets us. */
    public void store(String fileId, InputStream content) throws IOException {
        try {
            copy(content, bucket().openUploadStream(new BsonString(fileId), fileId));
        } catch (MongoException e) {
            throw translated(e);
        }
    }

    /** Stores the thumbnail of a file. */
    public void storeThumbnail(String fileId, InputStream content) throws IOException {
        store(thumbnailOf(fileId), content);
    }

    /** Opens a file, or a thumbnail by {@link StoredAttachment#thumbnailId()}. The caller closes it. */
    public InputStream open(String fileId) {
        try {
            return bucket().openDownloadStream(new BsonString(fileId));
        } catch (MongoGridFSException e) {
            throw new FileGoneException(fileId, e);
        } catch (MongoException e) {
            throw translated(e);
        }
    }

    /** Reads a small file, such as a thumbnail, as a whole. */
    public byte[] read(String fileId) {
        try (var file = open(fileId)) {
            return file.readAllBytes();
        } catch (MongoGridFSException e) {
            throw new FileGoneException(fileId, e);
        } catch (MongoException e) {
            throw translated(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Removes a file, its thumbnail, and whatever an attempt to store them has left. Repeatable. */
    public void delete(String fileId) {
        var names = List.of(fileId, thumbnailOf(fileId));
        mongo.remove(query(where("_id").in(names)), BUCKET + ".files");
        mongo.remove(query(where("files_id").in(names)), BUCKET + ".chunks");
    }

    private static void copy(InputStream content, GridFSUploadStream upload) throws IOException {
        try {
            content.transferTo(upload);
            upload.close();
        } catch (IOException | RuntimeException e) {
            abort(upload, e);
            throw e;
        }
    }

    private static void abort(GridFSUploadStream upload, Exception cause) {
        try {
            upload.abort();
        } catch (MongoException e) {
            cause.addSuppressed(e);
        }
    }

    private GridFSBucket bucket() {
        return GridFSBuckets.create(store.getMongoDatabase(), BUCKET);
    }

    private static RuntimeException translated(MongoException e) {
        var translated = TRANSLATOR.translateExceptionIfPossible(e);
        return translated == null ? e : translated;
    }
}
