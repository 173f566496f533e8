package io.webchat.command.message;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.webchat.domain.attachment.Attachment;
import io.webchat.domain.message.Mentions;
import io.webchat.domain.message.MessageCommand;
import io.webchat.domain.message.MessageEvent;
import io.webchat.domain.message.MessageId;
import io.webchat.domain.structure.ChannelId;
import io.webchat.domain.user.UserId;
import io.webchat.support.consistency.ConsistencyToken;
import io.webchat.support.consistency.ConsistencyTokens;
import io.webchat.support.problem.ProblemException;
import io.webchat.support.token.AuthenticatedUser;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Posts a message. {@code 201} once Kafka has acknowledged it; repeating the request under the same id is safe. */
@RestController
class PostMessageEndpoint {
    private final MessagePoster poster;
    private final ConsistencyTokens tokens;
    private final Clock clock;

    PostMessageEndpoint(MessagePoster poster, ConsistencyTokens tokens, Clock clock) {
        this.poster = poster;
        this.tokens = tokens;
        this.clock = clock;
    }

    @PostMapping("/api/channels/{channelId}/messages")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<PostedMessage> postMessage(
            @PathVariable ChannelId channelId,
            @Valid @RequestBody PostMessageRequest request,
            AuthenticatedUser user,
            ConsistencyToken caller) {
        var now = clock.instant();
        if (!request.messageId().isFreshAt(now)) {
            throw ProblemException.invalid(
                    "messageId", "must be a UUIDv7 that is at most a day old and at most five minutes ahead");
        }
        if (request.content() == null && request.files().isEmpty()) {
            throw ProblemException.invalid("content", "must be there unless files are attached");
        }
        var command = new MessageCommand.Post(
                channelId,
                request.messageId(),
                request.text(),
                request.replyTo(),
                request.threadId(),
                List.of(),
                user.userId(),
                now);
        var appended = poster.post(command, request.files(), caller);
        return ResponseEntity.status(HttpStatus.CREATED)
                .header(ConsistencyTokens.HEADER, tokens.encode(user.userId(), caller.with(appended.positions())))
                .body(PostedMessage.of(appended.event()));
    }

    /** What was posted; what does not apply is absent. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PostedMessage(
            ChannelId channelId,
            MessageId messageId,
            UserId authorId,
            String content,
            @Nullable MessageId replyTo,
            @Nullable MessageId threadId,
            @Nullable Mentions mentions,
            @Nullable List<Attachment> attachments,
            Instant at) {
        static PostedMessage of(MessageEvent.Posted event) {
            return new PostedMessage(
                    event.channelId(),
                    event.messageId(),
                    event.authorId(),
                    event.content(),
                    event.replyTo(),
                    event.threadId(),
                    event.mentions(),
                    event.attachments(),
                    event.at());
        }
    }
}
