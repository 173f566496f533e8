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
 * <p><b>Guarantee.</b> Of the messages of one person each waits for the one before, however many come at once and at
 * however many instances: {@link Cooldowns} are shared by all of them. <b>Limit.</b> While those cannot be told, or
 * have been lost, instances hear of each other's messages by the log alone. Of messages that reach several of them
 * within the time that a record takes from one to the other, some milliseconds, each instance may post one then. To
 * decide that by the order of the log, one would have to take back what others have been shown.
 */
final class SlowMode implements RecentMessages.PostListener {
    /** The longest slow mode that a channel can have. */
    private static final Duration REMEMBERED = Duration.ofHours(6);

    private final Function<ChannelId, Optional<Server>> servers;
    private final Cooldowns cooldowns;
    private final Cache<Author, Posts> posts =
            Caffeine.newBuilder().expireAfterWrite(REMEMBERED).build();

    /** @param servers the server that a channel is in */
    SlowMode(Function<ChannelId, Optional<Server>> servers, Cooldowns cooldowns) {
        this.servers = servers;
        this.cooldowns = cooldowns;
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
        if (!pauseIn(servers.apply(channel).orElse(null), channel).isZero()) {
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

    /**
     * What becomes of a message.
     *
     * @param remaining how long its author still has to wait, if that is why it is refused
     */
    record Verdict(Decision<MessageEvent> decision, Duration remaining) {
        boolean isAccepted() {
            return decision instanceof Decision.Accepted<MessageEvent>;
        }
    }

    /** Decides about a message; if it is accepted, the author's next one waits. */
    Verdict decide(@Nullable Server server, MessageCommand.Post command) {
        var pause = pauseIn(server, command.channelId());
        if (pause.isZero()) {
            return verdict(server, null, pause, command);
        }
        var here = decideHere(server, pause, command);
        if (!here.isAccepted()) {
            return here;
        }
        var elsewhere = cooldowns.begin(command, pause);
        if (elsewhere.isEmpty()) {
            return here;
        }
        var verdict = verdict(server, elsewhere.get(), pause, command);
        if (!verdict.isAccepted()) {
            forget(command);
        }
        return verdict;
    }

    /** By what this instance knows. */
    private Verdict decideHere(@Nullable Server server, Duration pause, MessageCommand.Post command) {
        var verdicts = new ArrayList<Verdict>();
        posts.asMap().compute(author(command), (author, earlier) -> {
            var verdict = verdict(server, earlier == null ? null : earlier.last, pause, command);
            verdicts.add(verdict);
            return verdict.isAccepted() ? Posts.after(earlier, command.at()) : earlier;
        });
        return verdicts.getLast();
    }

    private static Verdict verdict(
            @Nullable Server server, @Nullable Instant lastPost, Duration pause, MessageCommand.Post command) {
        var remaining = lastPost == null ? Duration.ZERO : Duration.between(command.at(), lastPost.plus(pause));
        return new Verdict(MessageDecider.decide(server, lastPost, command), remaining);
    }

    /** Forgets a message that did not get into the log, as far as is known, so that it may be sent again. */
    void withdraw(Server server, MessageCommand.Post command) {
        if (!pauseIn(server, command.channelId()).isZero()) {
            forget(command);
            cooldowns.end(command);
        }
    }

    private void forget(MessageCommand.Post command) {
        posts.asMap().computeIfPresent(author(command), (author, mine) -> mine.without(command.at()));
    }

    private static Author author(MessageCommand.Post command) {
        return new Author(command.channelId(), command.actor());
    }

    private static Duration pauseIn(@Nullable Server server, ChannelId id) {
        var channel = server == null ? null : server.channels().get(id);
        return channel == null ? Duration.ZERO : channel.slowMode();
    }
}
