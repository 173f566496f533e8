package io.webchat.projection.timeline;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.webchat.domain.Rejection;
import io.webchat.domain.Rejection.Reason;
import io.webchat.domain.message.MessageId;
import io.webchat.domain.structure.ChannelId;
import io.webchat.domain.structure.CommandId;
import io.webchat.projection.profile.Profile;
import io.webchat.support.consistency.ConsistencyToken;
import io.webchat.support.problem.ProblemException;
import io.webchat.support.token.AuthenticatedUser;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Answers with single messages: one by its id, and those that are pinned. */
@RestController
class MessageEndpoint {
    private final TimelineRepository repository;
    private final TimelineReader reader;

    MessageEndpoint(TimelineRepository repository, TimelineReader reader) {
        this.repository = repository;
        this.reader = reader;
    }

    @GetMapping("/api/channels/{channelId}/messages/{messageId}")
    ShownMessage getMessage(
            @PathVariable ChannelId channelId,
            @PathVariable MessageId messageId,
            AuthenticatedUser user,
            ConsistencyToken caller) {
        reader.require(channelId, user, caller);
        var document = repository.find(channelId, List.of(messageId)).get(messageId);
        if (document == null) {
            throw ProblemException.rejected(
                    new Rejection(Reason.UNKNOWN_MESSAGE, "There is no such message in this channel."));
        }
        return ShownMessage.of(reader.show(List.of(document), caller));
    }

    /**
     * Some messages of a channel and its threads, in the order of the request; unknown ones are left out.
     *
     * @param command told about, as it is with the first of them
     */
    @GetMapping("/api/channels/{channelId}/messages/by-id")
    MessagesById findMessages(
            @PathVariable ChannelId channelId,
            @RequestParam @Size(min = 1, max = 100) List<MessageId> ids,
            @RequestParam @Nullable CommandId command,
            AuthenticatedUser user,
            ConsistencyToken caller) {
        reader.require(channelId, user, caller);
        var shown = inOrder(channelId, ids, caller);
        // After the messages: whatever they reflect, this knows.
        var known = command == null
                ? null
                : repository
                        .commands(channelId, ids.getFirst())
                        .flatMap(commands -> CommandTrace.of(command, commands))
                        .orElse(null);
        return new MessagesById(shown.messages(), shown.authors(), shown.referenced(), known);
    }

    /** The pinned messages of a channel, the last pinned first. */
    @GetMapping("/api/channels/{channelId}/pins")
    ShownMessages listPins(@PathVariable ChannelId channelId, AuthenticatedUser user, ConsistencyToken caller) {
        reader.require(channelId, user, caller);
        return inOrder(channelId, reader.pins(channelId).messages().reversed(), caller);
    }

    private ShownMessages inOrder(ChannelId channel, List<MessageId> ids, ConsistencyToken caller) {
        var documents = repository.find(channel, ids);
        return reader.show(
                ids.stream().map(documents::get).filter(Objects::nonNull).toList(), caller);
    }

    /** @param command absent if it has no record */
    record MessagesById(
            List<TimelineMessage> messages,
            Map<String, Profile> authors,
            Map<String, TimelineMessage> referenced,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            CommandTrace command) {}

    record ShownMessage(
            TimelineMessage message, Map<String, Profile> authors, Map<String, TimelineMessage> referenced) {
        static ShownMessage of(ShownMessages shown) {
            return new ShownMessage(shown.messages().getFirst(), shown.authors(), shown.referenced());
        }
    }
}
