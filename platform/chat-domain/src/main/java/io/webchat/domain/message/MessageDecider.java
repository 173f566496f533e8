package io.webchat.domain.message;

import io.webchat.domain.Decision;
import io.webchat.domain.structure.Permission;
import io.webchat.domain.structure.Server;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Decides what a command about a message does, given the server that its channel belongs to. */
public final class MessageDecider {
    private MessageDecider() {}

    /**
     * Decides whether a message is posted.
     *
     * @param server the state of the channel's server; null if there is no such channel
     * @param lastPost when the author last posted in the channel; null if never, or too long ago to matter
     */
    public static Decision<MessageEvent> decide(
            @Nullable Server server, @Nullable Instant lastPost, MessageCommand.Post command) {
        var place = Place.of(server, command);
        if (place == null) {
            return Refusal.unknownChannel();
        }
        var refusal = command.attachments().isEmpty()
                ? place.refusal(Permission.SEND_MESSAGES)
                : place.refusal(Permission.SEND_MESSAGES, Permission.ATTACH_FILES);
        if (refusal != null) {
            return refusal;
        }
        if (lastPost != null && place.mustWaitAfter(lastPost)) {
            return Refusal.slowMode();
        }
        return Decision.accept(new MessageEvent.Posted(
                place.server().id(),
                command.channelId(),
                command.messageId(),
                command.actor(),
                command.content(),
                command.replyTo(),
                command.threadId(),
                place.mentionsIn(command.content()),
                command.attachments().isEmpty() ? null : command.attachments(),
                command.at()));
    }

    /**
     * Decides a command on a message.
     *
     * @param server the state of the channel's server; null if there is no such channel
     */
    public static Decision<MessageEvent> decide(
            @Nullable Server server, Target target, MessageCommand.OnMessage command) {
        var place = Place.of(server, command);
        if (place == null) {
            return Refusal.unknownChannel();
        }
        var message = target.message();
        if (message == null) {
            return Refusal.unknownMessage();
        }
        if (message.isDeleted()) {
            return deleted(place, target.thread(), command);
        }
        return switch (command) {
            case MessageCommand.Edit c -> EditDecider.edit(place, message, c);
            case MessageCommand.Delete c -> EditDecider.delete(place, message, c);
            case MessageCommand.AddReaction c -> ReactionDecider.add(place, message, c);
            case MessageCommand.RemoveReaction c -> ReactionDecider.remove(place, message, c);
            case MessageCommand.Pin c -> PinDecider.pin(place, target.pins(), c);
            case MessageCommand.Unpin c -> PinDecider.unpin(place, target.pins(), c);
            case MessageCommand.StartThread c -> ThreadDecider.start(place, message, target.thread(), c);
            case MessageCommand.JoinThread c -> ThreadDecider.join(place, target.thread(), c);
            case MessageCommand.LeaveThread c -> ThreadDecider.leave(place, target.thread(), c);
        };
    }

    /** What is gone cannot be changed, but deleting it again is no mistake; and the thread that hung on it goes on. */
    private static Decision<MessageEvent> deleted(
            Place place, @Nullable MessageThread thread, MessageCommand.OnMessage command) {
        return switch (command) {
            case MessageCommand.Delete _ -> Decision.accept();
            case MessageCommand.JoinThread c ->
                thread == null ? Refusal.unknownMessage() : ThreadDecider.join(place, thread, c);
            case MessageCommand.LeaveThread c ->
                thread == null ? Refusal.unknownMessage() : ThreadDecider.leave(place, thread, c);
            case MessageCommand.Edit _,
                    MessageCommand.AddReaction _,
                    MessageCommand.RemoveReaction _,
                    MessageCommand.Pin _,
                    MessageCommand.Unpin _,
                    MessageCommand.StartThread _ -> Refusal.unknownMessage();
        };
    }
}
