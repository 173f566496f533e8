package io.webchat.projection.unread;

import io.webchat.domain.reading.ReadingEvent;
import io.webchat.log.codec.WireCodec;
import io.webchat.projection.consume.Logged;
import io.webchat.projection.consume.Projection;
import io.webchat.projection.consume.View;
import java.util.LinkedHashMap;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Keeps each user's latest marks and wishes. Every event says all about its subject, so the view is the same whether
 * compaction has dropped the earlier ones or not.
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
        var marks = new LinkedHashMap<String, MarkDocument>();
        var wishes = new LinkedHashMap<String, WishDocument>();
        for (var logged : events) {
            switch (logged.event()) {
                case ReadingEvent.Marked e -> {
                    var mark = MarkDocument.of(e, logged.nextOffset());
                    marks.put(mark.id(), mark);
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
