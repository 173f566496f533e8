package io.webchat.domain.message;

import io.webchat.domain.user.UserId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The thread that hangs on a message. Immutable.
 *
 * @param id that of the message
 * @param members who hears of it, in the order in which they came; at most {@link #MAX_MEMBERS}
 * @param messages how many were posted in it, those deleted since included
 * @param lastPostAt null before the first
 */
public record MessageThread(
        MessageId id,
        String name,
        UserId startedBy,
        Instant startedAt,
        List<UserId> members,
        long messages,
        @Nullable Instant lastPostAt) {
    public static final int MAX_MEMBERS = 1_000;

    public MessageThread {
        members = List.copyOf(members);
    }

    /** A thread as it begins: with who began it. */
    public static MessageThread of(ThreadEvent.Started started) {
        return new MessageThread(
                started.messageId(),
                started.name(),
                started.actorId(),
                started.at(),
                List.of(started.actorId()),
                0,
                null);
    }

    /** Folds one event of the thread. */
    public MessageThread evolve(ThreadEvent event) {
        return switch (event) {
            case ThreadEvent.Started e -> this;
            case ThreadEvent.Joined e -> with(e.actorId());
            case ThreadEvent.Left e -> of(Lists.minus(members, e.actorId()), messages, lastPostAt);
        };
    }

    /** Folds a message that was posted in it, the first record with its id. */
    public MessageThread posted(MessageEvent.Posted post) {
        var joined = with(post.authorId());
        return joined.of(joined.members, messages + 1, post.at());
    }

    private MessageThread with(UserId user) {
        return members.size() < MAX_MEMBERS ? of(Lists.plus(members, user), messages, lastPostAt) : this;
    }

    private MessageThread of(List<UserId> newMembers, long newMessages, @Nullable Instant newLastPostAt) {
        return new MessageThread(id, name, startedBy, startedAt, newMembers, newMessages, newLastPostAt);
    }
}
