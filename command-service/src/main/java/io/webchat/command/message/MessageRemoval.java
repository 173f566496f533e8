package io.webchat.command.message;

import io.webchat.command.structure.Caller;
import io.webchat.domain.message.MessageCommand;
import io.webchat.domain.message.MessageId;
import io.webchat.domain.structure.ChannelId;
import io.webchat.domain.structure.ServerId;
import io.webchat.domain.user.UserId;
import io.webchat.log.LogPosition;
import io.webchat.support.consistency.ConsistencyToken;
import io.webchat.support.problem.ProblemException;
import io.webchat.support.problem.ProblemType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Deletes what somebody wrote lately, for a moderator: in the channels whose messages the moderator manages, and no
 * more than {@link #LIMIT} messages, the newest first.
 *
 * <p>Each deletion is an event of its own, as if the moderator had deleted the message by hand. If it is interrupted,
 * repeating the request deletes the rest.
 */
@Component
public class MessageRemoval {
    static final int LIMIT = 1_000;

    private static final Set<ProblemType> GONE = Set.of(ProblemType.UNKNOWN_CHANNEL, ProblemType.UNKNOWN_MESSAGE);

    private final MessageCommands commands;
    private final MessageViews views;
    private final MessageLog log;

    MessageRemoval(MessageCommands commands, MessageViews views, MessageLog log) {
        this.commands = commands;
        this.views = views;
        this.log = log;
    }

    /**
     * Deletes the messages of an author. What this instance has read of the log by now is looked at: a message that
     * another one was just taking, before it knew that the author may not write any more, stays.
     *
     * @return what a reader must have seen to see them gone
     */
    public ConsistencyToken removeRecent(Caller caller, ServerId server, UserId author, Instant since) {
        var seen = caller.seen().with(log.read());
        for (var removed = 0; removed < LIMIT; ) {
            var written = views.writtenBy(server, author, since, caller.userId(), seen);
            var before = removed;
            for (var ofChannel : written.entrySet()) {
                var positions = removeIfThere(caller, ofChannel.getKey(), ofChannel.getValue(), seen);
                if (positions.isPresent()) {
                    seen = seen.with(positions.get());
                    removed += ofChannel.getValue().size();
                }
            }
            if (removed == before) {
                break;
            }
        }
        return seen;
    }

    /** Empty if the channel is deleted, or the only message of it gone, by now: then there is nothing left to do. */
    private Optional<List<LogPosition>> removeIfThere(
            Caller caller, ChannelId channel, List<MessageId> messages, ConsistencyToken seen) {
        try {
            return Optional.of(remove(caller, channel, messages, seen));
        } catch (ProblemException e) {
            if (GONE.contains(e.type())) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private List<LogPosition> remove(
            Caller caller, ChannelId channel, List<MessageId> messages, ConsistencyToken seen) {
        return commands.carryOut(
                new Caller(caller.userId(), caller.key(), seen),
                "remove-messages",
                channel,
                messages,
                (message, at) -> new MessageCommand.Delete(channel, message, caller.userId(), at));
    }
}
