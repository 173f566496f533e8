package io.webchat.projection.timeline;

import io.webchat.domain.message.MessageEvent;
import io.webchat.log.codec.WireCodec;
import io.webchat.projection.consume.Logged;
import io.webchat.projection.consume.Projection;
import io.webchat.projection.consume.View;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Numbers the messages of each channel and of each thread densely, in the order of the log, and keeps what became of
 * them: edits, reactions, pins, threads.
 *
 * <p>The first record with a message id gets the next number; a later record with the same id is a retry and changes
 * nothing. What a record does depends on what precedes it in its partition alone, so two consumers that apply the same
 * records write the same documents. A message that cannot be applied has its number all the same: it is shown as a
 * deleted one, counts as read by everybody, and whatever follows is numbered as if it were there.
 */
@Component
class TimelineProjection implements Projection<MessageEvent> {
    private final TimelineRepository repository;

    TimelineProjection(TimelineRepository repository) {
        this.repository = repository;
    }

    @Override
    public View view() {
        return TimelineRepository.VIEW;
    }

    @Override
    public WireCodec<MessageEvent> codec() {
        return WireCodec.MESSAGES;
    }

    @Override
    public void prepare() {
        repository.createIndexes();
    }

    @Override
    public void apply(List<Logged<MessageEvent>> events) {
        var batch = TimelineBatch.load(repository, events);
        events.forEach(batch::apply);
        batch.write();
    }

    @Override
    public void passOver(Logged<MessageEvent> event) {
        if (event.event() instanceof MessageEvent.Posted posted) {
            var batch = TimelineBatch.load(repository, List.of(event));
            batch.passOver(posted, event.offset());
            batch.write();
        }
    }
}
