package io.webchat.projection.activity;

import io.webchat.domain.message.MessageEvent;
import io.webchat.log.codec.WireCodec;
import io.webchat.projection.consume.Logged;
import io.webchat.projection.consume.Projection;
import io.webchat.projection.consume.View;
import java.util.LinkedHashMap;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Keeps the time of each channel's last message: one write per channel and batch, however many messages there are. A
 * message that was sent again counts again, which moves the time by as long as its sender kept trying.
 */
@Component
class ActivityProjection implements Projection<MessageEvent> {
    private final ActivityRepository activity;

    ActivityProjection(ActivityRepository activity) {
        this.activity = activity;
    }

    @Override
    public View view() {
        return ActivityRepository.VIEW;
    }

    @Override
    public WireCodec<MessageEvent> codec() {
        return WireCodec.MESSAGES;
    }

    @Override
    public void apply(List<Logged<MessageEvent>> events) {
        var latest = new LinkedHashMap<String, ActivityDocument>();
        for (var logged : events) {
            // New messages only: what happens to old ones wakes nobody.
            if (logged.event() instanceof MessageEvent.Posted posted) {
                var document = ActivityDocument.of(posted, logged.nextOffset());
                latest.put(document.id(), document);
            }
        }
        activity.save(latest.values());
    }
}
