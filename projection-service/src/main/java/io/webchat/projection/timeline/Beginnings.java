package io.webchat.projection.timeline;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.webchat.projection.store.Generation;
import io.webchat.projection.store.GenerationRouting;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * How much was in a timeline before a time, such as that at which somebody joined: what a new member has, by
 * definition, read. The answer is a function of the log: the number before that of the first message which is not
 * older.
 */
@Component
public class Beginnings {
    private static final int REMEMBERED = 100_000;

    /** Once there is a later message, what was before it never changes. */
    private final Cache<Since, Long> known =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();

    private final TimelineRepository repository;
    private final GenerationRouting routing;

    Beginnings(TimelineRepository repository, GenerationRouting routing) {
        this.repository = repository;
        this.routing = routing;
    }

    /** Another generation of the view may have numbered otherwise: it may be rebuilt for that. */
    private record Since(Generation generation, String timeline, Instant time) {}

    /** Where the first tally with a message that is not older than the time lies: from first to last. */
    private record Range(long first, long last) {
        long middle() {
            return (first + last) / 2;
        }

        boolean isOne() {
            return first >= last;
        }
    }

    /** The number of the last message before each time; 0 for none. */
    public Map<TimelineKey, Long> before(Map<TimelineKey, Instant> times) {
        var found = new HashMap<TimelineKey, Long>();
        var open = new HashMap<TimelineKey, Since>();
        var generation = routing.current(TimelineRepository.VIEW.name());
        times.forEach((timeline, time) -> {
            var since = new Since(generation, timeline.name(), time);
            var number = known.getIfPresent(since);
            if (number == null) {
                open.put(timeline, since);
            } else {
                found.put(timeline, number);
            }
        });
        var searched = search(open);
        open.forEach((timeline, since) -> found.put(timeline, searched.getOrDefault(since, 0L)));
        return found;
    }

    private Map<Since, Long> search(Map<TimelineKey, Since> open) {
        var heads = repository.heads(open.values().stream().map(Since::timeline).toList());
        var ranges = new HashMap<Since, Range>();
        for (var since : open.values()) {
            var head = heads.get(since.timeline());
            if (head != null) {
                ranges.put(since, new Range(0, TallyDocument.block(head)));
            }
        }
        while (ranges.values().stream().anyMatch(range -> !range.isOne())) {
            var middles = repository.tallies(ranges.entrySet().stream()
                    .map(entry -> TallyDocument.id(
                            entry.getKey().timeline(), entry.getValue().middle()))
                    .collect(Collectors.toSet()));
            ranges.replaceAll((since, range) -> {
                var middle = middles.get(TallyDocument.id(since.timeline(), range.middle()));
                var isBefore = middle != null && middle.latestAt().isBefore(since.time());
                return isBefore
                        ? new Range(Math.min(range.last(), range.middle() + 1), range.last())
                        : new Range(range.first(), range.middle());
            });
        }
        return within(ranges);
    }

    /** Within the tallies that were found; where not even the last one has a later message, it is all read. */
    private Map<Since, Long> within(Map<Since, Range> ranges) {
        var tallies = repository.tallies(ranges.entrySet().stream()
                .map(entry -> TallyDocument.id(
                        entry.getKey().timeline(), entry.getValue().first()))
                .collect(Collectors.toSet()));
        var numbers = new HashMap<Since, Long>();
        ranges.forEach((since, range) -> {
            var tally = tallies.get(TallyDocument.id(since.timeline(), range.first()));
            numbers.put(
                    since,
                    tally != null && tally.latestAt().isBefore(since.time())
                            ? tally.last()
                            : within(since, range.first()));
        });
        return numbers;
    }

    /** The number of the last message of a tally before the time, if all tallies before it are. */
    private long within(Since since, long block) {
        var first = block * TallyDocument.SIZE + 1;
        var page = repository.page(since.timeline(), first, first + TallyDocument.SIZE - 1);
        for (var document : page) {
            if (!document.message().at().isBefore(since.time())) {
                var number = document.number() - 1;
                known.put(since, number);
                return number;
            }
        }
        return page.isEmpty() ? first - 1 : page.getLast().number();
    }
}
