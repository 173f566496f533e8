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
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * When people last posted in the channels that are in slow mode, at whichever instance.
 *
 * <p><b>Guarantee.</b> Of the messages of one person that one instance takes, each waits for the one before, however
 * many come at once. <b>Limit.</b> Instances hear of each other's messages by the log. Of messages that reach several
 * of them within the time that a record takes from one to the other, some milliseconds, each instance may post one. To
 * decide that by the order of the log, one would have to take back what others have been shown.
 */
final class SlowMode implements RecentMessages.PostListener {
    /** The longest slow mode that a channel can have. */
    private static final Duration REMEMBERED = Duration.ofHours(6);

    private final Function<ChannelId, Optional<Server>> servers;
    private final Cache<Author, Posts> posts =
            Caffeine.newBuilder().expireAfterWrite(REMEMBERED).build();

    /** @param servers the server that a channel is in */
    SlowMode(Function<ChannelId, Optional<Server>> servers) {
        this.servers = servers;
    }

    private record Author(ChannelId channel, UserId user) {}

    /** @param before what was the last until then, and is again if this one does not get into the log */
    private record Posts(Instant last, @Nullable Instant before) {
        static Posts after(@Nullable Posts earlier, Instant at) {
            return new Posts(at, earlier == null ? null : earlier.last);
        }

        @Nullable
        Posts without(Instant at) {
            if (!last.equals(at)) {
                return this;
            }
            return before == null ? null : new Posts(before, null);
        }

        /** The latest before a time. */
        Optional<Instant> lastBefore(Instant time) {
            if (last.isBefore(time)) {
                return Optional.of(last);
            }
            return Optional.ofNullable(before).filter(at -> at.isBefore(time));
        }
    }

    @Override
    public void posted(ChannelId channel, UserId author, Instant at) {
        if (isSlow(servers.apply(channel).orElse(null), channel)) {
            posts.asMap()
                    .compute(
                            new Author(channel, author),
                            (key, earlier) ->
                                    earlier != null && earlier.last.isAfter(at) ? earlier : Posts.after(earlier, at));
        }
    }

    /**
     * When everybody last posted before a time, which is to be so long ago that all of it is in the log or never will
     * be.
     */
    LastPosts lastPostsBefore(Instant time) {
        var found = new ArrayList<LastPosts.Post>();
        posts.asMap()
                .forEach((author, theirs) -> theirs.lastBefore(time)
                        .filter(at -> at.isAfter(time.minus(REMEMBERED)))
                        .ifPresent(at -> found.add(new LastPosts.Post(author.channel, author.user, at))));
        return new LastPosts(time, found);
    }

    /** Takes over what another run of this service knew. */
    void restore(LastPosts known) {
        known.posts().forEach(post -> posted(post.channel(), post.author(), post.at()));
    }

    /** Decides about a message; if it is accepted, the author's next one waits. */
    Decision<MessageEvent> decide(@Nullable Server server, MessageCommand.Post command) {
        if (!isSlow(server, command.channelId())) {
            return MessageDecider.decide(server, null, command);
        }
        var decisions = new ArrayList<Decision<MessageEvent>>();
        posts.asMap().compute(author(command), (author, earlier) -> {
            var decision = MessageDecider.decide(server, earlier == null ? null : earlier.last, command);
            decisions.add(decision);
            return decision instanceof Decision.Accepted<MessageEvent> ? Posts.after(earlier, command.at()) : earlier;
        });
        return decisions.getLast();
    }

    /** Forgets a message that did not get into the log, as far as is known, so that it may be sent again. */
    void withdraw(MessageCommand.Post command) {
        posts.asMap().computeIfPresent(author(command), (author, mine) -> mine.without(command.at()));
    }

    /** How long the author still has to wait. */
    Duration remaining(Server server, MessageCommand.Post command) {
        var channel = server.channels().get(command.channelId());
        var earlier = posts.getIfPresent(author(command));
        return channel == null || earlier == null
                ? Duration.ZERO
                : Duration.between(command.at(), earlier.last.plus(channel.slowMode()));
    }

    private static Author author(MessageCommand.Post command) {
        return new Author(command.channelId(), command.actor());
    }

    private static boolean isSlow(@Nullable Server server, ChannelId id) {
        var channel = server == null ? null : server.channels().get(id);
        return channel != null && !channel.slowMode().isZero();
    }
}
