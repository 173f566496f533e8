package io.webchat.command.message;

import io.webchat.command.attachment.Attachments;
import io.webchat.command.attachment.Attachments.Claim;
import io.webchat.command.message.MessageLog.First;
import io.webchat.domain.Decision;
import io.webchat.domain.Rejection;
import io.webchat.domain.Rejection.Reason;
import io.webchat.domain.attachment.Attachment;
import io.webchat.domain.message.MessageCommand;
import io.webchat.domain.message.MessageEvent;
import io.webchat.domain.message.MessageId;
import io.webchat.domain.structure.AttachmentId;
import io.webchat.domain.structure.CommandId;
import io.webchat.domain.structure.ServerId;
import io.webchat.log.LogPosition;
import io.webchat.log.replica.StructureReplica.Snapshot;
import io.webchat.support.consistency.ConsistencyToken;
import io.webchat.support.log.CurrentStructure;
import io.webchat.support.log.LogUnavailable;
import io.webchat.support.problem.ProblemException;
import io.webchat.support.problem.ProblemType;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Posts what people say: authorised on the replica, acknowledged by all in-sync brokers. No database is involved,
 * unless the message answers another one, is said in a thread, or has an id so old that it may have been posted before
 * anything that is remembered. Only files need the store. In a channel in slow mode Redis is asked too, and done
 * without if it does not answer soon.
 *
 * <p><b>Repetition.</b> The first record with a message id in a channel is the message, and the answer is always about
 * that one: a repetition is answered as the first time, at whichever instance, and somebody else's id is refused. One
 * that is not remembered any more is answered with the message as it is now. Two instances that get the same message at
 * once may both append a record; the second means nothing to any reader.
 *
 * <p><b>Failure.</b> Without an acknowledgement the answer is 503: the message may or may not be in the log, and the
 * client repeats it under the same id.
 */
@Component
class MessagePoster {
    /** How long a repetition waits for what came before it: with its own time, less than the 30 s of a request. */
    private static final Duration TURN = Duration.ofSeconds(10);

    private final CurrentStructure structure;
    private final SlowMode slowMode;
    private final MessageLog log;
    private final MessageViews views;
    private final Attachments attachments;
    private final Map<MessageId, CompletableFuture<Void>> underway = new ConcurrentHashMap<>();

    MessagePoster(
            CurrentStructure structure,
            SlowMode slowMode,
            MessageLog log,
            MessageViews views,
            Attachments attachments) {
        this.structure = structure;
        this.slowMode = slowMode;
        this.log = log;
        this.views = views;
        this.attachments = attachments;
    }

    /**
     * A message in the log.
     *
     * @param positions what a reader must have seen to see it
     */
    record Outcome(MessageEvent.Posted event, List<LogPosition> positions) {
        /** Not those of the command, if another one with its id was first. */
        List<Attachment> files() {
            return Objects.requireNonNullElse(event.attachments(), List.of());
        }
    }

    /**
     * Posts a message, unless it is posted already.
     *
     * @param files uploads that it is to carry
     * @param seen what the author has seen
     */
    Outcome post(MessageCommand.Post command, List<AttachmentId> files, ConsistencyToken seen) {
        var mine = new CompletableFuture<Void>();
        for (var other = enter(command, mine); other != null; other = enter(command, mine)) {
            await(other);
        }
        try {
            return postAlone(command, files, seen);
        } finally {
            underway.remove(command.messageId(), mine);
            mine.complete(null);
        }
    }

    /** A message that is sent again before its answer waits for that, so that this instance appends it once. */
    private @Nullable CompletableFuture<Void> enter(MessageCommand.Post command, CompletableFuture<Void> mine) {
        return underway.putIfAbsent(command.messageId(), mine);
    }

    private static void await(CompletableFuture<Void> other) {
        try {
            other.get(TURN.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            throw LogUnavailable.because(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw LogUnavailable.because(e);
        }
    }

    private Outcome postAlone(MessageCommand.Post command, List<AttachmentId> files, ConsistencyToken seen) {
        var snapshot = structure.asOf(seen).snapshotOf(command.channelId()).orElse(null);
        var earlier = find(command);
        if (earlier.isPresent() && isAuthor(earlier.get(), command)) {
            return earlier.get();
        }
        if (snapshot == null || !snapshot.server().maySee(command.channelId(), command.actor())) {
            throw ProblemException.rejected(Rejection.UNKNOWN_CHANNEL);
        }
        return earlier.or(() -> lookUp(snapshot.server().id(), command, seen))
                .map(outcome -> own(outcome, command))
                .orElseGet(() -> decide(snapshot, command, files));
    }

    private Outcome decide(Snapshot snapshot, MessageCommand.Post command, List<AttachmentId> files) {
        var claim = files.isEmpty()
                ? Claim.NONE
                : attachments.claim(command.channelId(), command.messageId(), command.actor(), files);
        var complete = command.carrying(claim.attachments());
        var verdict = slowMode.decide(snapshot.server(), complete);
        return switch (verdict.decision()) {
            case Decision.Rejected<MessageEvent>(Rejection rejection) -> {
                // Another instance may have posted it meanwhile, and then it is this message that the next one waits
                // for.
                var posted = find(command);
                posted.ifPresentOrElse(
                        first -> attachments.settle(claim, first.files()), () -> attachments.withdraw(claim));
                yield own(posted.orElseThrow(() -> refusal(rejection, verdict.remaining())), command);
            }
            case Decision.Accepted<MessageEvent>(List<MessageEvent> events) -> {
                var posted = append(events, snapshot, complete);
                attachments.settle(claim, posted.files());
                yield own(posted, command);
            }
        };
    }

    private Optional<Outcome> find(MessageCommand.Post command) {
        return log.find(command.channelId(), idOf(command)).map(MessagePoster::outcome);
    }

    private Outcome append(List<MessageEvent> events, Snapshot snapshot, MessageCommand.Post command) {
        try {
            return outcome(log.append(events, idOf(command), snapshot.nextOffset()));
        } catch (ProblemException e) {
            slowMode.withdraw(snapshot.server(), command);
            throw e;
        }
    }

    /**
     * Asks the view what the replica and the recent log cannot tell: whether the message that this one answers exists,
     * and the thread; and whether the message itself was posted long ago.
     */
    private Optional<Outcome> lookUp(ServerId server, MessageCommand.Post command, ConsistencyToken seen) {
        var isOld = log.mayHaveForgotten(command.channelId(), command.messageId());
        var ids = Stream.of(isOld ? command.messageId() : null, command.replyTo(), command.threadId())
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        if (ids.isEmpty()) {
            return Optional.empty();
        }
        var current = seen.with(log.lastChanges(command.channelId(), ids));
        var complete = isOld ? current.with(List.of(log.forgotten(command.channelId()))) : current;
        var found = views.find(server, command.channelId(), ids, command.actor(), complete);
        var posted = found.get(command.messageId());
        if (posted == null) {
            requireReferences(command, found);
        }
        return Optional.ofNullable(posted).map(MessagePoster::outcome);
    }

    private static void requireReferences(MessageCommand.Post command, Map<MessageId, Viewed> found) {
        var answered = found.get(command.replyTo());
        if (command.replyTo() != null && (answered == null || answered.message().isDeleted())) {
            throw unknown(Reason.UNKNOWN_MESSAGE, "The message that this one answers does not exist, or was deleted.");
        }
        var root = found.get(command.threadId());
        if (command.threadId() != null && (root == null || root.thread() == null)) {
            throw unknown(Reason.UNKNOWN_THREAD, "There is no such thread in this channel.");
        }
    }

    private static ProblemException refusal(Rejection rejection, Duration remaining) {
        var problem = ProblemException.rejected(rejection);
        return rejection.reason() == Reason.SLOW_MODE ? problem.retryAfter(remaining) : problem;
    }

    private static Outcome own(Outcome outcome, MessageCommand.Post command) {
        if (!isAuthor(outcome, command)) {
            throw new ProblemException(ProblemType.ALREADY_EXISTS, "There is already a message with this id.");
        }
        return outcome;
    }

    private static boolean isAuthor(Outcome outcome, MessageCommand.Post command) {
        return outcome.event().authorId().equals(command.actor());
    }

    /** A message is its own command. */
    private static CommandId idOf(MessageCommand.Post command) {
        return new CommandId(command.messageId().value());
    }

    private static Outcome outcome(First first) {
        if (first.event() instanceof MessageEvent.Posted posted) {
            return new Outcome(posted, first.positions());
        }
        throw new IllegalStateException(
                "first record of a message: " + first.event() + " (expected: that it is posted)");
    }

    /** Of a message that a view knows, as it is now. */
    private static Outcome outcome(Viewed viewed) {
        var message = viewed.message();
        var posted = new MessageEvent.Posted(
                message.serverId(),
                message.channelId(),
                message.id(),
                message.authorId(),
                message.content(),
                message.replyTo(),
                message.threadId(),
                message.mentions(),
                message.attachments().isEmpty() ? null : message.attachments(),
                message.at());
        return new Outcome(posted, List.of());
    }

    private static ProblemException unknown(Reason reason, String detail) {
        return ProblemException.rejected(new Rejection(reason, detail));
    }
}
