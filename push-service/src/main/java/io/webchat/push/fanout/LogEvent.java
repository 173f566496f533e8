package io.webchat.push.fanout;

import io.webchat.domain.message.Mentions;
import io.webchat.domain.structure.ChannelId;
import io.webchat.domain.structure.ServerId;
import io.webchat.domain.user.UserId;
import io.webchat.log.Topic;
import io.webchat.push.protocol.EventFrames;
import io.webchat.push.protocol.EventStream;
import io.webchat.push.protocol.Frame;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * One record of the log, ready to be sent.
 *
 * @param joined who became members by it
 * @param left who stopped being a member by it; null for everything else
 * @param message {@code channelId/messageId} of the message that it is about; null for what is about none
 * @param change what becomes of that message
 * @param revision of an edit, counts those of the message from 1; 0 for everything else
 * @param actor who did it; null where the record does not say, and for what is about no message
 * @param mentions whom the message calls by it; null for nobody
 */
public record LogEvent(
        EventStream stream,
        long offset,
        Recipients recipients,
        List<UserId> joined,
        @Nullable UserId left,
        @Nullable String message,
        Change change,
        int revision,
        @Nullable UserId actor,
        @Nullable Mentions mentions,
        Frame frame) {
    /** What becomes of a message. */
    public enum Change {
        POSTED,
        EDITED,
        DELETED,
        /** Something that is not about what it says, or there is no message. */
        OTHER
    }

    boolean isPosted() {
        return change == Change.POSTED;
    }

    /** The same of a message that was written anew since: without what it says no longer. */
    LogEvent withoutWording() {
        return switch (change) {
            case POSTED, EDITED -> callingNobody(EventFrames::withoutWording);
            case DELETED, OTHER -> this;
        };
    }

    /** The same of a message that was deleted since: without what it said, answered and carried. */
    LogEvent withoutContent() {
        return switch (change) {
            case POSTED -> callingNobody(EventFrames::withoutContent);
            case EDITED -> withoutWording();
            case DELETED, OTHER -> this;
        };
    }

    private LogEvent callingNobody(UnaryOperator<Frame> reduced) {
        return new LogEvent(
                stream, offset, recipients, joined, left, message, change, revision, actor, null, reduced.apply(frame));
    }

    /** The channel of the message that it is about, and its server; empty for what is about none. */
    Optional<Place> place() {
        return stream.topic() == Topic.MESSAGES
                        && recipients instanceof Recipients.Members(var server, var audience)
                        && audience.channel() != null
                ? Optional.of(new Place(server, audience.channel()))
                : Optional.empty();
    }

    /** A channel and its server. */
    record Place(ServerId server, ChannelId channel) {}
}
