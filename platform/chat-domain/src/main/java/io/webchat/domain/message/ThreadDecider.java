package io.webchat.domain.message;

import io.webchat.domain.Decision;
import io.webchat.domain.Rejection.Reason;
import io.webchat.domain.structure.Permission;
import org.jspecify.annotations.Nullable;

/** Decides about threads. There is one per message, and none in a thread. */
final class ThreadDecider {
    private ThreadDecider() {}

    static Decision<MessageEvent> start(
            Place place, Message message, @Nullable MessageThread thread, MessageCommand.StartThread command) {
        var refusal = place.refusal(Permission.CREATE_THREADS);
        if (refusal != null) {
            return refusal;
        }
        if (message.threadId() != null) {
            return Decision.reject(Reason.UNKNOWN_MESSAGE, "A thread hangs on a message of the channel itself.");
        }
        if (thread != null) {
            return Decision.accept();
        }
        return Decision.accept(new ThreadEvent.Started(
                place.server().id(),
                command.channelId(),
                command.messageId(),
                command.actor(),
                command.name().value(),
                command.at()));
    }

    static Decision<MessageEvent> join(Place place, @Nullable MessageThread thread, MessageCommand.JoinThread command) {
        if (thread == null) {
            return Refusal.unknownThread();
        }
        if (thread.members().contains(command.actor())) {
            return Decision.accept();
        }
        var refusal = place.refusal();
        if (refusal != null) {
            return refusal;
        }
        if (thread.members().size() >= MessageThread.MAX_MEMBERS) {
            return Refusal.limit(MessageThread.MAX_MEMBERS, "members of this thread");
        }
        return Decision.accept(new ThreadEvent.Joined(
                place.server().id(), command.channelId(), command.messageId(), command.actor(), command.at()));
    }

    /** Also of somebody who is timed out. */
    static Decision<MessageEvent> leave(
            Place place, @Nullable MessageThread thread, MessageCommand.LeaveThread command) {
        if (thread == null) {
            return Refusal.unknownThread();
        }
        if (!thread.members().contains(command.actor())) {
            return Decision.accept();
        }
        return Decision.accept(new ThreadEvent.Left(
                place.server().id(), command.channelId(), command.messageId(), command.actor(), command.at()));
    }
}
