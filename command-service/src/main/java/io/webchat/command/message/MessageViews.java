package io.webchat.command.message;

import io.webchat.command.view.Views;
import io.webchat.domain.Rejection;
import io.webchat.domain.attachment.Attachment;
import io.webchat.domain.message.Mentions;
import io.webchat.domain.message.Message;
import io.webchat.domain.message.MessageId;
import io.webchat.domain.message.MessageThread;
import io.webchat.domain.message.Pins;
import io.webchat.domain.message.Reactions;
import io.webchat.domain.structure.ChannelId;
import io.webchat.domain.structure.CommandId;
import io.webchat.domain.structure.ServerId;
import io.webchat.domain.user.UserId;
import io.webchat.support.consistency.ConsistencyToken;
import io.webchat.support.problem.ProblemException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What projection-service says about messages. */
final class MessageViews {
    private static final String BY_ID = "/api/channels/{channelId}/messages/by-id?ids={ids}";
    private static final String WRITTEN_BY =
            "/api/servers/{serverId}/messages/by/{authorId}?since={since}&until={until}";
    private static final String WITH_COMMAND = BY_ID + "&command={commandId}";
    private static final String PINS = "/api/channels/{channelId}/pins";

    private final Views views;

    MessageViews(Views views) {
        this.views = views;
    }

    /**
     * Messages of a channel, by id; those that do not exist are missing.
     *
     * @param ids at most 100
     * @throws ProblemException {@code view-behind} or {@code view-unavailable} (503)
     */
    Map<MessageId, Viewed> find(
            ServerId server, ChannelId channel, Collection<MessageId> ids, UserId user, ConsistencyToken seen) {
        var list = ids.stream().map(MessageId::toString).collect(Collectors.joining(","));
        var found = new LinkedHashMap<MessageId, Viewed>();
        for (var message : get(user, seen, BY_ID, channel, list)) {
            found.put(message.messageId(), message.viewed(server));
        }
        return found;
    }

    /**
     * A message, and what is known of a command on it.
     *
     * @throws ProblemException {@code view-behind} or {@code view-unavailable} (503)
     */
    Looked look(
            ServerId server, ChannelId channel, MessageId id, CommandId command, UserId user, ConsistencyToken seen) {
        var answer = required(user, seen, WITH_COMMAND, channel, id, command);
        var viewed = answer.messages().stream()
                .map(message -> message.viewed(server))
                .findFirst()
                .orElse(null);
        return new Looked(viewed, Objects.requireNonNullElse(answer.command(), Trace.NONE));
    }

    /** @param viewed null if there is no such message */
    record Looked(@Nullable Viewed viewed, Trace command) {}

    /**
     * What is known of a command.
     *
     * @param offset of its first record; null if none is known
     * @param isLost whether another command came before it, which left it no room; null if none is known
     * @param forgottenUpTo until when commands on the message are not all known; null if all are
     */
    record Trace(
            @Nullable Long offset,
            @Nullable Boolean isLost,
            @Nullable Instant forgottenUpTo) {
        static final Trace NONE = new Trace(null, null, null);

        /** Whether it has certainly lost. */
        boolean hasLost() {
            return Boolean.TRUE.equals(isLost);
        }
    }

    /** The pins of a channel. */
    Pins pins(ChannelId channel, UserId user, ConsistencyToken seen) {
        var lastFirst = new ArrayList<MessageId>();
        get(user, seen, PINS, channel).forEach(message -> lastFirst.add(message.messageId()));
        return new Pins(lastFirst.reversed());
    }

    /**
     * What somebody wrote between two times, both included, in the channels whose messages the user manages, the newest
     * first.
     *
     * @return at most 100
     */
    Map<ChannelId, List<MessageId>> writtenBy(
            ServerId server, UserId author, Instant since, Instant until, UserId user, ConsistencyToken seen) {
        return views
                .get(user, seen, WrittenJson.class, WRITTEN_BY, server, author, since, until)
                .orElseThrow(() -> ProblemException.rejected(Rejection.UNKNOWN_CHANNEL))
                .messages()
                .stream()
                .collect(Collectors.groupingBy(
                        PlaceJson::channelId,
                        LinkedHashMap::new,
                        Collectors.mapping(PlaceJson::messageId, Collectors.toList())));
    }

    private List<MessageJson> get(UserId user, ConsistencyToken seen, String path, Object... variables) {
        return required(user, seen, path, variables).messages();
    }

    private MessagesJson required(UserId user, ConsistencyToken seen, String path, Object... variables) {
        return views.get(user, seen, MessagesJson.class, path, variables)
                .orElseThrow(() -> ProblemException.rejected(Rejection.UNKNOWN_CHANNEL));
    }

    private record WrittenJson(List<PlaceJson> messages) {}

    private record PlaceJson(ChannelId channelId, MessageId messageId) {}

    private record MessagesJson(
            List<MessageJson> messages, @Nullable Trace command) {}

    private record MessageJson(
            MessageId messageId,
            ChannelId channelId,
            UserId authorId,
            String content,
            @Nullable MessageId replyTo,
            @Nullable MessageId threadId,
            @Nullable Mentions mentions,
            List<Attachment> attachments,
            Instant at,
            int revision,
            @Nullable Instant editedAt,
            boolean isDeleted,
            List<Reactions.Reaction> reactions,
            @Nullable MessageThread thread) {
        Viewed viewed(ServerId server) {
            return new Viewed(
                    new Message(
                            server,
                            channelId,
                            messageId,
                            authorId,
                            content,
                            replyTo,
                            threadId,
                            mentions,
                            attachments,
                            at,
                            revision,
                            editedAt,
                            isDeleted,
                            new Reactions(reactions)),
                    thread);
        }
    }
}
