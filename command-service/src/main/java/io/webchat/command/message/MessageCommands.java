package io.webchat.command.message;

import io.webchat.command.attachment.Attachments;
import io.webchat.command.idempotency.IdempotencyKey;
import io.webchat.command.message.MessageViews.Looked;
import io.webchat.command.message.MessageViews.Trace;
import io.webchat.command.structure.Caller;
import io.webchat.domain.Decision;
import io.webchat.domain.Rejection;
import io.webchat.domain.Rejection.Reason;
import io.webchat.domain.attachment.Attachment;
import io.webchat.domain.message.Message;
import io.webchat.domain.message.MessageChange;
import io.webchat.domain.message.MessageCommand;
import io.webchat.domain.message.MessageDecider;
import io.webchat.domain.message.MessageEvent;
import io.webchat.domain.message.MessageId;
import io.webchat.domain.message.Pins;
import io.webchat.domain.message.Reactions;
import io.webchat.domain.message.Target;
import io.webchat.domain.structure.ChannelId;
import io.webchat.domain.structure.CommandId;
import io.webchat.domain.structure.ServerId;
import io.webchat.domain.user.UserId;
import io.webchat.log.LogPosition;
import io.webchat.log.replica.StructureReplica.Snapshot;
import io.webchat.support.consistency.ConsistencyToken;
import io.webchat.support.consistency.ConsistencyTokens;
import io.webchat.support.log.CurrentStructure;
import io.webchat.support.problem.ProblemException;
import io.webchat.support.problem.ProblemType;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/**
 * Carries out commands on messages that exist: checked against the view of the message as the caller has seen it,
 * decided on the replica, appended.
 *
 * <p><b>Repetition.</b> A command whose record is in the log is known by its id, at every instance: for
 * {@link RecentMessagesProperties#window} by itself, and after that by the view, among the last hundred commands on its
 * message. Its repetition changes nothing and is told the same, for as long as its sender may see the channel. What may
 * be the repetition of an older one is refused if its key tells when it was made, and else decided anew. A command that
 * was refused, or had nothing to do, left nothing in the log: that is remembered in Redis for as long
 * ({@link UnloggedOutcomes}). One on several messages, of which Kafka may have taken only some, is decided anew: the
 * repetition does the rest. <b>Limit.</b> Two instances that get the same command within the milliseconds that a record
 * takes to the view may both append it; the second means nothing, unless somebody undoes the first in between.
 *
 * <p><b>Races.</b> Two edits, or two people who want the last place among emoji or pins, may both be appended; the
 * order of the log says which counts. Whoever may have lost is told what the view says of their record.
 *
 * <p><b>Files.</b> What a deletion removes of the store is written down before the deletion is appended. So nothing
 * stays that was deleted, and without the store a message with files cannot be deleted. <b>Limit.</b> A message whose
 * deletion did not come into the log, and is not repeated, stays without its files.
 */
@Component
class MessageCommands {
    /** From so many reactions on, as many as may be on their way into the log could fill a message up. */
    private static final int NEARLY_FULL = Reactions.MAX / 2;

    private static final Set<Reason> NOT_YET =
            EnumSet.of(Reason.UNKNOWN_CHANNEL, Reason.UNKNOWN_MESSAGE, Reason.UNKNOWN_THREAD);

    private final CurrentStructure structure;
    private final MessageLog log;
    private final UnloggedOutcomes outcomes;
    private final MessageViews views;
    private final Attachments attachments;
    private final ConsistencyTokens tokens;
    private final Clock clock;

    MessageCommands(
            CurrentStructure structure,
            MessageLog log,
            UnloggedOutcomes outcomes,
            MessageViews views,
            Attachments attachments,
            ConsistencyTokens tokens,
            Clock clock) {
        this.structure = structure;
        this.log = log;
        this.outcomes = outcomes;
        this.views = views;
        this.attachments = attachments;
        this.tokens = tokens;
        this.clock = clock;
    }

    /**
     * Carries out a command on one message.
     *
     * @param operation what is asked for, such as {@code edit-message}; part of the command's id
     * @return {@code 204} with a consistency token that covers it
     */
    ResponseEntity<Void> execute(
            Caller caller,
            String operation,
            ChannelId channel,
            MessageId message,
            Function<Instant, MessageCommand.OnMessage> command) {
        var request = request(caller, operation, channel, List.of(message));
        return done(caller, onOne(request, command.apply(request.at())));
    }

    /** Makes the command on one of several messages. */
    @FunctionalInterface
    interface OnEach {
        MessageCommand.OnMessage command(MessageId message, Instant at);
    }

    /**
     * Carries out a command on several messages of a channel: on all of them, or, if one is refused, on none. Messages
     * that do not exist are passed over.
     *
     * @param messages at most 100
     */
    ResponseEntity<Void> execute(
            Caller caller, String operation, ChannelId channel, Collection<MessageId> messages, OnEach each) {
        return done(caller, carryOut(caller, operation, channel, messages, each).positions());
    }

    /**
     * What a command did.
     *
     * @param positions what a reader must have seen to see its effects
     * @param events how many this time; none of a repetition that found everything done
     */
    record Effects(List<LogPosition> positions, int events) {}

    /**
     * The same, told with what it did. Of several messages only some may have come into the log before. What is done
     * has nothing left to do.
     */
    Effects carryOut(Caller caller, String operation, ChannelId channel, Collection<MessageId> messages, OnEach each) {
        var request = request(caller, operation, channel, messages);
        var before = log.find(channel, request.id()).isPresent() ? log.read() : log.lastChanges(channel, messages);
        var seen = request.seenWith(before);
        var events = new ArrayList<MessageEvent>();
        var found = views.find(request.server(), channel, messages, request.user(), seen);
        for (var message : messages) {
            var viewed = found.get(message);
            if (viewed != null) {
                var command = each.command(message, request.at());
                var target = target(viewed, command, caller, seen);
                events.addAll(accepted(MessageDecider.decide(request.snapshot().server(), target, command)));
            }
        }
        if (events.isEmpty()) {
            return new Effects(before, 0);
        }
        removeFiles(events, found);
        var appended = log.append(events, request.id(), request.snapshot().nextOffset());
        var positions =
                Stream.concat(before.stream(), appended.positions().stream()).toList();
        return new Effects(positions, events.size());
    }

    private Request request(Caller caller, String operation, ChannelId channel, Collection<MessageId> messages) {
        var id = caller.key().commandId(caller.userId(), operation, channel + "/" + messages);
        var snapshot = structure
                .asOf(caller.seen())
                .snapshotOf(channel)
                .orElseThrow(() -> ProblemException.rejected(Rejection.UNKNOWN_CHANNEL));
        return new Request(caller, id, snapshot, clock.instant());
    }

    /** A command that was asked for, and what it is decided on. */
    private record Request(Caller caller, CommandId id, Snapshot snapshot, Instant at) {
        UserId user() {
            return caller.userId();
        }

        ServerId server() {
            return snapshot.server().id();
        }

        ConsistencyToken seenWith(List<LogPosition> positions) {
            return caller.seen().with(positions);
        }
    }

    /** Returns what a reader must have seen to see its effects. */
    private List<LogPosition> onOne(Request request, MessageCommand.OnMessage command) {
        var channel = command.channelId();
        var remembered = log.find(channel, request.id());
        if (remembered.isPresent()) {
            requireWon(request, command, remembered.get().positions());
            return remembered.get().positions();
        }
        var unlogged = outcomes.find(request.id());
        if (unlogged.isPresent()) {
            return repeated(unlogged.get());
        }
        // What is not remembered here, and is in the log, the view knows.
        var changes = log.lastChanges(channel, List.of(command.messageId()));
        var seen = request.seenWith(List.of(log.forgotten(channel))).with(changes);
        var looked = look(request, command, seen);
        if (looked.command().offset() != null) {
            requireWon(command, looked.command());
            return List.of(log.position(channel, looked.command().offset()));
        }
        if (!(command instanceof MessageCommand.Delete)) {
            requireKept(request, channel, looked.command());
        }
        var target = target(looked.viewed(), command, request.caller(), seen);
        var events = decideOnce(request, target, command);
        if (events.isEmpty()) {
            return changes;
        }
        removeFiles(events, looked.viewed() == null ? Map.of() : Map.of(command.messageId(), looked.viewed()));
        var appended = log.append(events, request.id(), request.snapshot().nextOffset());
        if (mayLose(command, target.message())) {
            requireWon(request, command, appended.positions());
        }
        return appended.positions();
    }

    private static List<LogPosition> repeated(UnloggedOutcomes.Outcome outcome) {
        if (outcome.rejection() != null) {
            throw ProblemException.rejected(outcome.rejection());
        }
        return List.of();
    }

    /** What leaves nothing in the log is remembered beside it; but not that something is unknown, which may be yet. */
    private List<MessageEvent> decideOnce(Request request, Target target, MessageCommand.OnMessage command) {
        var decision = MessageDecider.decide(request.snapshot().server(), target, command);
        if (decision instanceof Decision.Rejected<MessageEvent>(Rejection rejection)
                && !NOT_YET.contains(rejection.reason())) {
            outcomes.refused(request.id(), rejection);
        }
        var events = accepted(decision);
        if (events.isEmpty()) {
            outcomes.hadNothingToDo(request.id());
        }
        return events;
    }

    private Looked look(Request request, MessageCommand.OnMessage command, ConsistencyToken seen) {
        return views.look(
                request.server(), command.channelId(), command.messageId(), request.id(), request.user(), seen);
    }

    /** Refuses what may be the repetition of a command that nobody remembers any more. */
    private void requireKept(Request request, ChannelId channel, Trace trace) {
        var forgottenUpTo = trace.forgottenUpTo();
        if (forgottenUpTo != null
                && request.caller()
                        .key()
                        .madeAt()
                        .filter(made -> !made.isAfter(forgottenUpTo) && log.mayHaveForgottenSince(channel, made))
                        .isPresent()) {
            throw IdempotencyKey.expired();
        }
    }

    private static List<MessageEvent> accepted(Decision<MessageEvent> decision) {
        return switch (decision) {
            case Decision.Rejected<MessageEvent>(Rejection rejection) -> throw ProblemException.rejected(rejection);
            case Decision.Accepted<MessageEvent>(List<MessageEvent> events) -> events;
        };
    }

    /**
     * Whether the fold may have passed over an event because another one came first.
     *
     * @param message as it was when it was decided; null if that is not known any more
     */
    private static boolean mayLose(MessageCommand.OnMessage command, @Nullable Message message) {
        return switch (command) {
            case MessageCommand.Edit c -> true;
            case MessageCommand.Pin c -> true;
            case MessageCommand.JoinThread c -> true;
            case MessageCommand.AddReaction c ->
                message == null
                        || message.reactions().count() >= NEARLY_FULL
                        || message.reactions().all().stream()
                                .noneMatch(reaction -> reaction.emoji().looksLike(c.emoji()));
            case MessageCommand.Delete c -> false;
            case MessageCommand.RemoveReaction c -> false;
            case MessageCommand.Unpin c -> false;
            case MessageCommand.StartThread c -> true;
            case MessageCommand.LeaveThread c -> false;
        };
    }

    /** Looks at what the log made of a command whose record is there. Who may not look any more is not told. */
    private void requireWon(Request request, MessageCommand.OnMessage command, List<LogPosition> positions) {
        if (!mayLose(command, null)) {
            return;
        }
        try {
            requireWon(
                    command, look(request, command, request.seenWith(positions)).command());
        } catch (ProblemException e) {
            if (e.type() != ProblemType.UNKNOWN_CHANNEL) {
                throw e;
            }
        }
    }

    /** What the view does not know any more is taken for done. */
    private static void requireWon(MessageCommand.OnMessage command, Trace trace) {
        if (trace.hasLost()) {
            throw ProblemException.rejected(
                    switch (command) {
                        case MessageCommand.Edit _ ->
                            new Rejection(
                                    Reason.EDIT_CONFLICT, "The message was edited at the same time. Look at it again.");
                        case MessageCommand.StartThread _ ->
                            new Rejection(Reason.UNKNOWN_MESSAGE, "The message was deleted at the same time.");
                        case MessageCommand.OnMessage _ ->
                            new Rejection(Reason.LIMIT_REACHED, "Others came first, and there was no room for more.");
                    });
        }
    }

    private Target target(
            @Nullable Viewed viewed, MessageCommand.OnMessage command, Caller caller, ConsistencyToken seen) {
        var needsPins = command instanceof MessageCommand.Pin || command instanceof MessageCommand.Unpin;
        var pins = needsPins ? views.pins(command.channelId(), caller.userId(), seen) : Pins.NONE;
        return viewed == null ? new Target(null, pins, null) : new Target(viewed.message(), pins, viewed.thread());
    }

    /**
     * Before the deletion is appended: whatever becomes of the answer, or of this process, nothing else would look at
     * them again.
     */
    private void removeFiles(List<MessageEvent> events, Map<MessageId, Viewed> found) {
        for (var event : events) {
            var viewed = found.get(event.messageId());
            if (event instanceof MessageChange.Deleted && viewed != null) {
                attachments.remove(
                        event.messageId(),
                        viewed.message().attachments().stream()
                                .map(Attachment::id)
                                .toList());
            }
        }
    }

    private ResponseEntity<Void> done(Caller caller, List<LogPosition> positions) {
        return ResponseEntity.noContent()
                .header(
                        ConsistencyTokens.HEADER,
                        tokens.encode(caller.userId(), caller.seen().with(positions)))
                .build();
    }
}
