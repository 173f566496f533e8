package io.webchat.projection.export;

import io.webchat.domain.structure.Server;
import io.webchat.projection.export.ExportSink.End;
import io.webchat.projection.export.ExportSink.Line;
import io.webchat.projection.profile.Profile;
import io.webchat.projection.timeline.TimelineKey;
import io.webchat.projection.timeline.TimelineMessage;
import io.webchat.projection.timeline.TimelinePages;
import io.webchat.support.consistency.ConsistencyToken;
import io.webchat.support.problem.ProblemException;
import io.webchat.support.problem.ProblemType;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Writes the messages of channels, one channel after the other, first its own and then those of its threads, each
 * timeline in its order. Only a page is in memory, however much there is, and before each page it is asked again what
 * the user may export.
 *
 * <p>The order of two exports is the same, so one may go on where another one ended: what it writes then, together with
 * what was written before, is what one alone would have written, but for what changed meanwhile before the cursor.
 */
@Component
class Exports {
    /** Within the time of a request, with room for the last page: what is left is for the next request. */
    private static final Duration TIME = Duration.ofSeconds(20);

    private static final int PAGE = 100;

    private final TimelinePages pages;

    Exports(TimelinePages pages) {
        this.pages = pages;
    }

    /** Makes the sink once there is something to write: until then a problem can be answered as such. */
    @FunctionalInterface
    interface Opening {
        ExportSink open(Server server) throws IOException;
    }

    /** A part of an export: some lines, and where it goes on; null for the end. */
    private record Step(
            Server server, List<Line> lines, @Nullable ExportCursor next) {}

    /**
     * Writes messages and an end.
     *
     * @param after where to begin; null for the beginning
     * @param limit of the messages
     * @return the end
     */
    End write(ExportScope scope, @Nullable ExportCursor after, long limit, ConsistencyToken caller, Opening opening)
            throws IOException {
        var deadline = System.nanoTime() + TIME.toNanos();
        var server = scope.server();
        if (after != null
                && scope.only() != null
                && !after.timeline().channelId().equals(scope.only())) {
            throw ExportCursor.invalid();
        }
        pages.await(caller);
        var next = after == null ? channelAfter("", scope, server) : after;
        var reached = after == null ? null : after.text();
        var written = 0L;
        ExportSink sink = null;
        while (next != null && written < limit && System.nanoTime() - deadline < 0) {
            Step step;
            try {
                step = step(next, (int) Math.min(PAGE, limit - written), scope, caller);
            } catch (ProblemException | DataAccessException e) {
                if (sink == null) {
                    throw e;
                }
                return ended(sink, new End("end", reached, false, written, problemOf(e)));
            }
            if (!step.lines().isEmpty()) {
                sink = sink == null ? opening.open(step.server()) : sink;
                write(step.lines(), sink);
                written += step.lines().size();
                reached = step.lines().getLast().cursor();
            }
            next = step.next();
        }
        return ended(sink == null ? opening.open(server) : sink, new End("end", reached, next == null, written, null));
    }

    private Step step(ExportCursor from, int limit, ExportScope scope, ConsistencyToken caller) {
        var server = scope.server();
        var channel = server.channels().get(from.timeline().channelId());
        if (channel == null || !scope.channels(server).contains(channel.id())) {
            var gone = from.timeline().channelId().toString();
            return new Step(server, List.of(), channelAfter(gone, scope, server));
        }
        var page = pages.after(from.timeline(), from.number(), limit, caller);
        if (page.messages().isEmpty()) {
            var thread = pages.following(from.timeline()).orElse(null);
            return new Step(
                    server,
                    List.of(),
                    thread == null
                            ? channelAfter(channel.id().toString(), scope, server)
                            : new ExportCursor(thread, 0));
        }
        var lines = page.messages().stream()
                .map(message -> line(message, from.timeline(), channel.name(), server, page.authors()))
                .toList();
        return new Step(
                server,
                lines,
                new ExportCursor(from.timeline(), page.messages().getLast().number()));
    }

    private static Line line(
            TimelineMessage message,
            TimelineKey timeline,
            String channel,
            Server server,
            Map<String, Profile> authors) {
        var author = authors.get(message.authorId().toString());
        return new Line(
                "message",
                new ExportCursor(timeline, message.number()).text(),
                server.id(),
                channel,
                author == null ? null : author.username(),
                message);
    }

    /** The beginning of the next channel; null after the last one. */
    private static @Nullable ExportCursor channelAfter(String id, ExportScope scope, Server server) {
        return scope.channels(server).stream()
                .filter(channel -> channel.toString().compareTo(id) > 0)
                .findFirst()
                .map(channel -> new ExportCursor(TimelineKey.of(channel), 0))
                .orElse(null);
    }

    private static void write(List<Line> lines, ExportSink sink) throws IOException {
        for (var line : lines) {
            sink.message(line);
        }
        sink.flush();
    }

    private static End ended(ExportSink sink, End end) throws IOException {
        sink.end(end);
        sink.flush();
        return end;
    }

    private static String problemOf(RuntimeException e) {
        var type = e instanceof ProblemException problem ? problem.type() : ProblemType.STORE_UNAVAILABLE;
        return type.slug();
    }
}
