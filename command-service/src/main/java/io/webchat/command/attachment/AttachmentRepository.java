package io.webchat.command.attachment;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import io.webchat.domain.message.MessageId;
import io.webchat.domain.structure.AttachmentId;
import io.webchat.domain.structure.ChannelId;
import io.webchat.domain.structure.ServerId;
import io.webchat.domain.user.UserId;
import io.webchat.support.attachment.StoredAttachment;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/** The documents of attachments: reached by their ids, or by their channel once that is gone; changed one at a time. */
@Component
class AttachmentRepository {
    private final MongoOperations mongo;

    AttachmentRepository(MongoOperations mongo) {
        this.mongo = mongo;
    }

    Optional<StoredAttachment> find(AttachmentId id) {
        return Optional.ofNullable(mongo.findById(id.toString(), StoredAttachment.class));
    }

    /** Makes this one the attachment of its id, unless there is one already; returns the one there is. */
    StoredAttachment insertOrFind(StoredAttachment attachment) {
        try {
            return mongo.insert(attachment);
        } catch (DuplicateKeyException e) {
            return find(AttachmentId.parse(attachment.id())).orElseThrow(() -> e);
        }
    }

    /**
     * Binds an attachment to a message.
     *
     * @return the attachment as it was before; empty if it is not there for this user and message
     */
    Optional<StoredAttachment> bind(
            AttachmentId id, ChannelId channel, UserId user, MessageId message, Instant at, String claim) {
        var mine = where("_id")
                .is(id.toString())
                .and("channelId")
                .is(channel.toString())
                .and("userId")
                .is(user.toString())
                .orOperator(where("messageId").isNull(), where("messageId").is(message.toString()));
        return Optional.ofNullable(mongo.findAndModify(
                query(mine),
                new Update()
                        .set("messageId", message.toString())
                        .set("boundAt", at)
                        .set("claimId", claim),
                StoredAttachment.class));
    }

    /** Takes an attachment from the message that it is bound to, unless it was claimed again since. */
    void unbind(StoredAttachment attachment) {
        var bound = where("_id")
                .is(attachment.id())
                .and("messageId")
                .is(attachment.messageId())
                .and("claimId")
                .is(attachment.claimId());
        mongo.updateFirst(
                query(bound),
                new Update().unset("messageId").unset("boundAt").unset("claimId"),
                StoredAttachment.class);
    }

    /** Removes the document of an upload unless a message carries it. */
    void removeUnbound(Hold hold) {
        mongo.remove(query(of(hold).and("messageId").isNull()), StoredAttachment.class);
    }

    /** Removes the document of an upload, whether or not a message carries it. */
    void remove(Hold hold) {
        mongo.remove(query(of(hold)), StoredAttachment.class);
    }

    /** The attachment of this very upload, if it is bound to a message. */
    Optional<StoredAttachment> findBound(Hold hold) {
        return Optional.ofNullable(mongo.findOne(query(of(hold).and("messageId").ne(null)), StoredAttachment.class));
    }

    /** Whether there is a document of this very upload. */
    boolean exists(Hold hold) {
        return mongo.exists(query(of(hold)), StoredAttachment.class);
    }

    /** Writes down that files are uploaded to a channel. Repeatable. */
    void file(ChannelId channel, ServerId server) {
        mongo.save(new FiledChannel(channel.toString(), server.toString()));
    }

    /** The channels that files were uploaded to, and that are not forgotten. */
    List<FiledChannel> filedChannels() {
        return mongo.findAll(FiledChannel.class);
    }

    void forget(FiledChannel channel) {
        mongo.remove(query(where("_id").is(channel.channelId())), FiledChannel.class);
    }

    /** Some attachments of a channel that messages carry, at most so many. */
    List<StoredAttachment> boundIn(FiledChannel channel, int limit) {
        mongo.indexOps(StoredAttachment.class).createIndex(new Index("channelId", Sort.Direction.ASC));
        return mongo.find(query(in(channel).and("messageId").ne(null)).limit(limit), StoredAttachment.class);
    }

    /** Whether anything is left of a channel. */
    boolean existIn(FiledChannel channel) {
        return mongo.exists(query(in(channel)), StoredAttachment.class);
    }

    private static Criteria in(FiledChannel channel) {
        return where("channelId").is(channel.channelId());
    }

    private static Criteria of(Hold hold) {
        return where("_id").is(hold.attachmentId()).and("fileId").is(hold.fileId());
    }
}
