package io.webchat.command.message;

import io.webchat.command.structure.Caller;
import io.webchat.domain.message.MessageCommand;
import io.webchat.domain.message.MessageId;
import io.webchat.domain.structure.ChannelId;
import io.webchat.domain.structure.ServerId;
import io.webchat.domain.user.UserId;
import io.webchat.support.consistency.ConsistencyToken;
import io.webchat.support.problem.ProblemException;
import io.webchat.support.problem.ProblemType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Deletes what somebody wrote lately, for a moderator: in the channels whose messages the moderator manages, the newest
 * first. Each deletion is an event of its own, as if the moderator had deleted the message by hand.
 *
 * <p><b>Guarantee.</b> It goes as far as it gets, and tells whether that is all: as many messages as
 * {@link MessageRemovalProperties} say at a time, or fewer if something stands in the way that may be gone a little
 * later. What is repeated for the same time goes on with the rest, wherever and however often.
 */
@Component
public class MessageRemoval {
    private static final Logger log = LoggerFactory.getLogger(MessageRemoval.class);
    private static final Duration SHORTLY = Duration.ofSeconds(1);
    private static final Set<ProblemType> GONE = Set.of(ProblemType.UNKNOWN_CHANNEL, ProblemType.UNKNOWN_MESSAGE);

    private final MessageCommands commands;
    private final MessageViews views;
    private final MessageLog messages;
    private final MessageRemovalProperties properties;

    MessageRemoval(
            MessageCommands commands, MessageViews views, MessageLog messages, MessageRemovalProperties properties) {
        this.commands = commands;
        this.views = views;
        this.messages = messages;
        this.properties = properties;
    }

    /**
     * How far it got.
     *
     * @param messages how many were deleted this time
     * @param delay after which the same is to be asked for again, for the rest; null if nothing is left
     * @param seen what a reader must have seen to see them gone
     */
    public record Removed(int messages, @Nullable Duration delay, ConsistencyToken seen) {
        public boolean isComplete() {
            return delay == null;
        }
    }

    /**
     * Deletes the messages of an author. What this instance has read of the log by now is looked at: a message that
     * another one was just taking, before it knew that the author may not write any more, is found by a repetition
     * alone.
     *
     * @param since when the first of them may have been written
     * @param until when the last of them may have been: a repetition touches nothing that they write when they are back
     * @throws ProblemException if the moderator may not do it any more, or the request has no time left
     */
    public Removed removeRecent(Caller caller, ServerId server, UserId author, Instant since, Instant until) {
        var run = new Run(caller, caller.seen().with(messages.read()));
        try {
            return run.untilDone(server, author, since, until);
        } catch (ProblemException e) {
            if (Thread.currentThread().isInterrupted() || !mayPass(e.type())) {
                throw e;
            }
            return run.interrupted(e, e.delay().orElse(SHORTLY));
        } catch (DataAccessResourceFailureException | TransientDataAccessException e) {
            return run.interrupted(e, SHORTLY);
        }
    }

    /** Whether the same may succeed a little later. */
    private static boolean mayPass(ProblemType type) {
        return type.status() == HttpStatus.SERVICE_UNAVAILABLE || type == ProblemType.TOO_MANY_REQUESTS;
    }

    /** One request's share, and how far it is. */
    private final class Run {
        private final Caller caller;
        private final long begun = System.nanoTime();
        private ConsistencyToken seen;
        private int removed;

        Run(Caller caller, ConsistencyToken seen) {
            this.caller = caller;
            this.seen = seen;
        }

        Removed untilDone(ServerId server, UserId author, Instant since, Instant until) {
            while (true) {
                var written = views.writtenBy(server, author, since, until, caller.userId(), seen);
                if (written.isEmpty()) {
                    return new Removed(removed, null, seen);
                }
                var before = seen;
                for (var ofChannel : written.entrySet()) {
                    if (isOver()) {
                        return left(SHORTLY);
                    }
                    removeIfThere(ofChannel.getKey(), ofChannel.getValue());
                }
                // The view tells of messages that are gone: it has not heard of their channel's end, say.
                if (seen.equals(before)) {
                    return left(SHORTLY);
                }
            }
        }

        Removed interrupted(Exception obstacle, Duration delay) {
            log.warn("the messages of somebody who was banned are not all deleted yet: {}", obstacle.toString());
            return left(delay);
        }

        private Removed left(Duration delay) {
            return new Removed(removed, delay, seen);
        }

        /** Never before anything was deleted, so that repetitions come to an end. */
        private boolean isOver() {
            return removed >= properties.messages()
                    || removed > 0
                            && System.nanoTime() - begun >= properties.within().toNanos();
        }

        /** If the channel is deleted, or the only message of it gone, by now, there is nothing left to do. */
        private void removeIfThere(ChannelId channel, List<MessageId> messages) {
            try {
                var done = commands.carryOut(
                        new Caller(caller.userId(), caller.key(), seen),
                        "remove-messages",
                        channel,
                        messages,
                        (message, at) -> new MessageCommand.Delete(channel, message, caller.userId(), at));
                seen = seen.with(done.positions());
                removed += done.events();
            } catch (ProblemException e) {
                if (!GONE.contains(e.type())) {
                    throw e;
                }
            }
        }
    }
}
