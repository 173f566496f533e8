package io.webchat.push.fanout;

import io.webchat.domain.message.Mentions;
import io.webchat.domain.structure.ChannelId;
import io.webchat.domain.structure.ServerId;
import io.webchat.domain.user.UserId;
import io.webchat.log.Topic;
import io.webchat.push.protocol.EventStream;
import io.webchat.push.protocol.Frame;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One record of the log, ready to be sent.
 *
 * @param joined who became members by it
 * @param left who stopped being a member by it; null for everything else
 * @param message {@code channelId/messageId} of the message that it is about; null for what is about none
 * @param isPosted whether that message is posted by it
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
        boolean isPosted,
        @Nullable UserId actor,
        @Nullable Mentions mentions,
        Frame frame) {
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
