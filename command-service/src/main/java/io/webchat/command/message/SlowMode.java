package io.webchat.command.message;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.webchat.domain.Decision;
import io.webchat.domain.message.MessageCommand;
import io.webchat.domain.message.MessageDecider;
import io.webchat.domain.message.MessageEvent;
import io.webchat.domain.structure.ChannelId;
import io.webchat.domain.structure.Server;
import io.webchat.domain.user.UserId;
import io.webchat.log.replica.StructureReplica;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/**
 * When people last posted in the channels that are in slow mode, at whichever instance.
 *
 * <p><b>Limit.</b> Two messages of one person that reach two instances within the time that a record takes from one to
 * the other, some milliseconds, are both posted.
 */
final class SlowMode implements RecentMessages.PostListener {
    /** The longest slow mode that a channel can have. */
    private static final Duration REMEMBERED = Duration.ofHours(6);

    private final StructureReplica structure;
    private final Cache<Author, Instant> lastPosts =
            Caffeine.newBuilder().expireAfterWrite(REMEMBERED).build();

    SlowMode(StructureReplica structure) {
        this.structure = structure;
    }

    private record Author(ChannelId channel, UserId user) {}

    @Override
    public void posted(ChannelId channel, UserId author, Instant at) {
        if (isSlow(structure.serverOf(channel).orElse(null), channel)) {
            lastPosts.asMap().merge(new Author(channel, author), at, (a, b) -> a.isAfter(b) ? a : b);
        }
    }

    /** Decides about a message; if it is accepted, the author's next one waits. */
    Decision<MessageEvent> decide(@Nullable Server server, MessageCommand.Post command) {
        if (!isSlow(server, command.channelId())) {
            return MessageDecider.decide(server, null, command);
        }
        var decisions = new ArrayList<Decision<MessageEvent>>();
        lastPosts.asMap().compute(author(command), (author, last) -> {
            var decision = MessageDecider.decide(server, last, command);
            decisions.add(decision);
            return decision instanceof Decision.Accepted<MessageEvent> ? command.at() : last;
        });
        return decisions.getLast();
    }

    /** Forgets a message that did not get into the log, as far as is known, so that it may be sent again. */
    void withdraw(MessageCommand.Post command) {
        lastPosts.asMap().remove(author(command), command.at());
    }

    /** How long the author still has to wait. */
    Duration remaining(Server server, MessageCommand.Post command) {
        var channel = server.channels().get(command.channelId());
        var last = lastPosts.getIfPresent(author(command));
        return channel == null || last == null
                ? Duration.ZERO
                : Duration.between(command.at(), last.plus(channel.slowMode()));
    }

    private static Author author(MessageCommand.Post command) {
        return new Author(command.channelId(), command.actor());
    }

    private static boolean isSlow(@Nullable Server server, ChannelId id) {
        var channel = server == null ? null : server.channels().get(id);
        return channel != null && !channel.slowMode().isZero();
    }
}
