package io.webchat.command.reading;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.webchat.command.view.Views;
import io.webchat.domain.Decision;
import io.webchat.domain.Rejection;
import io.webchat.domain.Rejection.Reason;
import io.webchat.domain.message.MessageId;
import io.webchat.domain.reading.ReadingCommand;
import io.webchat.domain.reading.ReadingCommand.Place;
import io.webchat.domain.reading.ReadingDecider;
import io.webchat.domain.reading.ReadingEvent;
import io.webchat.domain.structure.ChannelId;
import io.webchat.domain.structure.Server;
import io.webchat.log.LogPosition;
import io.webchat.log.ReadingKeys;
import io.webchat.support.consistency.ConsistencyToken;
import io.webchat.support.consistency.ConsistencyTokens;
import io.webchat.support.log.CurrentStructure;
import io.webchat.support.problem.ProblemException;
import io.webchat.support.token.AuthenticatedUser;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/**
 * Moves marks: each is decided on the view of the user's mark, or on what was appended here since.
 *
 * <p><b>Guarantee.</b> Reading never moves a mark back, whatever arrives late or twice, from any device, at any
 * instance: where two instances append at once, who folds the log leaves out what is behind the mark.
 */
@Component
class ReadingCommands {
    private static final String READING = "/api/channels/{channelId}/messages/{messageId}/reading";
    private static final int LOCKS = 256;
    private static final int REMEMBERED = 100_000;

    /** Longer than a view is behind that still answers. */
    private static final Duration MEANWHILE = Duration.ofMinutes(1);

    private final List<ReentrantLock> locks =
            IntStream.range(0, LOCKS).mapToObj(i -> new ReentrantLock()).toList();
    private final Cache<String, Appended> appended = Caffeine.newBuilder()
            .expireAfterWrite(MEANWHILE)
            .maximumSize(REMEMBERED)
            .build();
    private final CurrentStructure structure;
    private final Views views;
    private final ReadingLog log;
    private final ConsistencyTokens tokens;

    ReadingCommands(CurrentStructure structure, Views views, ReadingLog log, ConsistencyTokens tokens) {
        this.structure = structure;
        this.views = views;
        this.log = log;
        this.tokens = tokens;
    }

    /** What the view says about a message and the caller's mark. */
    private record Reading(@Nullable MessageId threadId, long number, long readUpTo, long readPosition) {}

    /** A mark that was appended here. */
    private record Appended(long readUpTo, LogPosition position) {}

    /**
     * Carries out a command that is about a message.
     *
     * @return {@code 204} with a consistency token that covers it
     */
    ResponseEntity<Void> execute(
            AuthenticatedUser user,
            ConsistencyToken seen,
            ChannelId channel,
            MessageId message,
            Function<Place, ReadingCommand> command) {
        var server = server(user, seen, channel);
        var reading = views.get(user.userId(), seen, Reading.class, READING, channel, message)
                .orElseThrow(() -> ProblemException.rejected(
                        new Rejection(Reason.UNKNOWN_MESSAGE, "There is no such message in this channel.")));
        var place = new Place(server.id(), channel, reading.threadId(), message, reading.number());
        var key = ReadingKeys.mark(user.userId(), channel, reading.threadId());
        var lock = locks.get(Math.floorMod(key.hashCode(), LOCKS));
        lock.lock();
        try {
            return decide(user, seen, key, reading, command.apply(place));
        } finally {
            lock.unlock();
        }
    }

    private ResponseEntity<Void> decide(
            AuthenticatedUser user, ConsistencyToken seen, String key, Reading reading, ReadingCommand command) {
        var earlier = appended.getIfPresent(key);
        var newer = earlier != null && earlier.position().nextOffset() > reading.readPosition() ? earlier : null;
        var readUpTo = newer == null ? reading.readUpTo() : newer.readUpTo();
        var covered = newer == null ? seen : seen.with(List.of(newer.position()));
        return switch (ReadingDecider.decide(readUpTo, command)) {
            case Decision.Rejected<ReadingEvent>(Rejection rejection) -> throw ProblemException.rejected(rejection);
            case Decision.Accepted<ReadingEvent>(List<ReadingEvent> events) -> append(user, covered, events);
        };
    }

    /** Carries out a command that needs no look at anything. */
    ResponseEntity<Void> append(AuthenticatedUser user, ConsistencyToken seen, List<ReadingEvent> events) {
        var covered = seen;
        for (var event : events) {
            var position = log.append(event);
            if (event instanceof ReadingEvent.Marked mark) {
                appended.put(ReadingKeys.of(mark), new Appended(mark.readUpTo(), position));
            }
            covered = covered.with(List.of(position));
        }
        return ResponseEntity.noContent()
                .header(ConsistencyTokens.HEADER, tokens.encode(user.userId(), covered))
                .build();
    }

    /** The server of a channel, for whoever may see the channel. */
    Server server(AuthenticatedUser user, ConsistencyToken seen, ChannelId channel) {
        return structure
                .asOf(seen)
                .serverOf(channel)
                .filter(server -> server.maySee(channel, user.userId()))
                .orElseThrow(() -> ProblemException.rejected(Rejection.UNKNOWN_CHANNEL));
    }
}
