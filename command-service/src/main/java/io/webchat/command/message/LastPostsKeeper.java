package io.webchat.command.message;

import io.webchat.support.log.RegularWriter;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Spares a start the messages of the longest slow mode, up to six hours: what they tell is kept in a file, regularly
 * and when the service stops. A start reads on from there, and never less than the recent messages take. Without a
 * file, or with one that cannot be used, it reads as far back as the longest slow mode.
 */
final class LastPostsKeeper extends RegularWriter {
    private static final Logger log = LoggerFactory.getLogger(LastPostsKeeper.class);

    /** By then a message is in the log or will never be, and clocks differ by less. */
    private static final Duration SETTLED = Duration.ofMinutes(1);

    private final SlowMode slowMode;
    private final @Nullable LastPostsFile file;
    private final Supplier<Duration> staleness;
    private final Clock clock;

    /**
     * @param file null for none
     * @param staleness how long ago all messages are known to have been read
     */
    LastPostsKeeper(
            SlowMode slowMode,
            @Nullable LastPostsFile file,
            Supplier<Duration> staleness,
            Duration interval,
            Clock clock) {
        super("last-posts", interval);
        this.slowMode = slowMode;
        this.file = file;
        this.staleness = staleness;
        this.clock = clock;
    }

    /**
     * From when on messages have to be read; what slow mode needs of those before is known then.
     *
     * @param window how far back they are read in any case
     * @param slowest the longest slow mode of a channel
     */
    Instant begin(Duration window, Duration slowest) {
        var recent = clock.instant().minus(window);
        var earliest = clock.instant().minus(slowest);
        if (!earliest.isBefore(recent)) {
            return recent;
        }
        var kept = file == null ? Optional.<LastPosts>empty() : file.read();
        if (kept.isEmpty() || kept.get().until().isBefore(earliest)) {
            return earliest;
        }
        slowMode.restore(kept.get());
        var until = kept.get().until();
        return until.isBefore(recent) ? until : recent;
    }

    @Override
    protected void write() {
        var behind = staleness.get();
        if (file == null || behind.compareTo(Duration.ofDays(1)) > 0) {
            return;
        }
        try {
            file.write(slowMode.lastPostsBefore(clock.instant().minus(behind).minus(SETTLED)));
        } catch (IOException | RuntimeException e) {
            log.warn("cannot keep when people last posted, so the next start may take longer", e);
        }
    }
}
