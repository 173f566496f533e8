package io.webchat.backup.store;

import java.util.Set;
import org.bson.RawBsonDocument;

/** What the documents of files say about each other. */
final class StoredFiles {
    private StoredFiles() {}

    /** How many bytes a file of GridFS has. */
    static long length(RawBsonDocument file) {
        return file.getNumber("length").longValue();
    }

    /** The file that a chunk belongs to. */
    static String fileOf(RawBsonDocument chunk) {
        return chunk.getString("files_id").getValue();
    }

    /** How many bytes a chunk has. */
    static int bytes(RawBsonDocument chunk) {
        return chunk.getBinary("data").getData().length;
    }

    /** Whether the bytes of an attachment are among the given files, and those of its thumbnail if it has one. */
    static boolean isWhole(RawBsonDocument attachment, Set<String> files) {
        var file = attachment.getString("fileId").getValue();
        var hasThumbnail = attachment.containsKey("thumbnailType")
                && attachment.get("thumbnailType").isString();
        return files.contains(file) && (!hasThumbnail || files.contains(file + "/thumbnail"));
    }
}
