package io.webchat.projection.unread;

import io.webchat.domain.reading.ReadingEvent;
import io.webchat.log.ReadingKeys;
import io.webchat.log.codec.WireCodec;
import io.webchat.projection.consume.Logged;
import io.webchat.projection.consume.Projection;
import io.webchat.projection.consume.View;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Keeps each user's marks and wishes. Of wishes the latest counts, of marks what {@link MarkDocument} says. The view is
 * the same whether compaction has dropped earlier events or not, unless the last one of a key is a mark that came too
 * late and was never followed by another: see ADR 12.
 */
@Component
class ReadsProjection implements Projection<ReadingEvent> {
    private final ReadsRepository repository;

    ReadsProjection(ReadsRepository repository) {
        this.repository = repository;
    }

    @Override
    public View view() {
        return ReadsRepository.VIEW;
    }

    @Override
    public WireCodec<ReadingEvent> codec() {
        return WireCodec.READS;
    }

    @Override
    public void apply(List<Logged<ReadingEvent>> events) {
        var marks = repository.marks(events.stream()
                .map(Logged::event)
                .filter(ReadingEvent.Marked.class::isInstance)
                .map(ReadingKeys::of)
                .collect(Collectors.toSet()));
        var wishes = new LinkedHashMap<String, WishDocument>();
        for (var logged : events) {
            switch (logged.event()) {
                case ReadingEvent.Marked e -> {
                    var before = marks.get(ReadingKeys.of(e));
                    if (before == null || before.position() < logged.nextOffset()) {
                        var after = MarkDocument.after(before, new Logged<>(e, logged.offset()));
                        marks.put(after.id(), after);
                    }
                }
                case ReadingEvent.NotificationsChanged e -> {
                    var wish = WishDocument.of(e, logged.nextOffset());
                    wishes.put(wish.id(), wish);
                }
            }
        }
        repository.save(marks.values(), wishes.values());
    }
}
