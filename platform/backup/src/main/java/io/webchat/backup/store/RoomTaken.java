package io.webchat.backup.store;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonInt64;
import org.bson.BsonString;

/** The books of command-service about who takes how much room, made anew from the files that there are. */
final class RoomTaken {
    private final Map<String, User> users = new LinkedHashMap<>();

    private static final class User {
        private final BsonDocument holds = new BsonDocument();
        private long bytes;
    }

    /** Enters a file; one that no message carries is held until it is too old. */
    void add(BsonDocument attachment) {
        var user = users.computeIfAbsent(attachment.getString("userId").getValue(), id -> new User());
        var size = attachment.getNumber("size").longValue();
        user.bytes += size;
        if (!attachment.containsKey("messageId")) {
            user.holds.put(
                    attachment.getString("fileId").getValue(),
                    new BsonDocument("attachmentId", attachment.get("_id"))
                            .append("since", attachment.get("uploadedAt"))
                            .append("bytes", new BsonInt64(size)));
        }
    }

    /** One document per user. */
    List<BsonDocument> documents() {
        var result = new ArrayList<BsonDocument>();
        users.forEach((id, user) -> result.add(new BsonDocument("_id", new BsonString(id))
                .append("bytes", new BsonInt64(user.bytes))
                .append("unattached", new BsonInt32(user.holds.size()))
                .append("holds", user.holds)));
        return result;
    }
}
