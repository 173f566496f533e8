package io.webchat.projection.unread;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.webchat.domain.Rejection;
import io.webchat.domain.Rejection.Reason;
import io.webchat.domain.message.MessageId;
import io.webchat.domain.structure.ChannelId;
import io.webchat.projection.access.ReadAccess;
import io.webchat.projection.timeline.MessagePlaces;
import io.webchat.support.consistency.ConsistencyToken;
import io.webchat.support.problem.ProblemException;
import io.webchat.support.token.AuthenticatedUser;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * Answers where a message stands in its timeline, beside how far the caller has read that: what marks are decided on.
 */
@RestController
class ReadingEndpoint {
    private final MessagePlaces places;
    private final UnreadReader reader;
    private final Marks marks;
    private final ReadAccess access;

    ReadingEndpoint(MessagePlaces places, UnreadReader reader, Marks marks, ReadAccess access) {
        this.places = places;
        this.reader = reader;
        this.marks = marks;
        this.access = access;
    }

    /** Waits a moment for a message that is not known yet: the caller may have got it from the log, a little faster. */
    @GetMapping("/api/channels/{channelId}/messages/{messageId}/reading")
    Reading getReading(
            @PathVariable ChannelId channelId,
            @PathVariable MessageId messageId,
            AuthenticatedUser user,
            ConsistencyToken caller) {
        var server = access.channel(channelId, user, caller).server();
        reader.await(user.userId(), caller);
        var place = places.await(channelId, messageId)
                .orElseThrow(() -> ProblemException.rejected(
                        new Rejection(Reason.UNKNOWN_MESSAGE, "There is no such message in this channel.")));
        var standing = marks.of(user.userId(), Map.of(place.timeline(), server), caller)
                .get(place.timeline());
        return standing == null
                ? new Reading(place.timeline().threadId(), place.number(), 0, 0)
                : new Reading(
                        place.timeline().threadId(), place.number(), standing.readUpTo(), standing.readPosition());
    }

    /**
     * A message and the caller's mark.
     *
     * @param threadId the thread that it is in; absent outside threads
     * @param number its number there
     * @param readUpTo the number of the last message there that the caller has read; 0 for none
     * @param readPosition of {@code webchat.reads}, up to which the mark is known
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Reading(@Nullable MessageId threadId, long number, long readUpTo, long readPosition) {}
}
