package io.webchat.projection.timeline;

import io.webchat.domain.message.MessageEvent;
import io.webchat.log.codec.WireCodec;
import io.webchat.projection.consume.Logged;
import io.webchat.projection.consume.Projection;
import io.webchat.projection.consume.View;
import io.webchat.projection.timeline.TimelineRepository.Numbered;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Numbers the messages of each channel densely, in the order of the log.
 *
 * <p>The first record with a message id gets the next number; a later record with the same id is a retry and changes
 * nothing. The number of a record depends on what precedes it in its partition alone, so two consumers that apply the
 * same records write the same documents.
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
    public void apply(List<Logged<MessageEvent>> events) {
        // The heads first: whatever they count, the numbers that are read after them contain. The other way round, a
        // second consumer could complete these events in between, and they would be counted twice.
        var heads = repository.heads(events.stream()
                .map(logged -> logged.event().channelId().toString())
                .collect(Collectors.toSet()));
        var numbers = repository.numbers(
                events.stream().map(logged -> numberedId(logged.event())).collect(Collectors.toSet()));
        var batch = new Batch(numbers, heads);
        for (var logged : events) {
            switch (logged.event()) {
                case MessageEvent.Posted posted -> batch.add(posted, logged.offset());
            }
        }
        batch.write();
    }

    private static String numberedId(MessageEvent event) {
        return Numbered.id(event.channelId().toString(), event.messageId().toString());
    }

    private final class Batch {
        private final Map<String, Numbered> numbers;
        private final Map<String, Long> heads;
        private final Map<String, Numbered> given = new LinkedHashMap<>();
        private final Map<String, MessageDocument> messages = new LinkedHashMap<>();

        Batch(Map<String, Numbered> numbers, Map<String, Long> heads) {
            this.numbers = numbers;
            this.heads = heads;
        }

        void add(MessageEvent.Posted posted, long offset) {
            var channel = posted.channelId().toString();
            var known = numbers.get(numberedId(posted));
            if (known != null && known.offset() != offset) {
                return;
            }
            // Known at this very offset: applied before, perhaps not to the end.
            var numbered = known != null
                    ? known
                    : new Numbered(numberedId(posted), heads.getOrDefault(channel, 0L) + 1, offset);
            numbers.put(numbered.id(), numbered);
            given.put(numbered.id(), numbered);
            heads.merge(channel, numbered.number(), Math::max);
            var message = MessageDocument.of(posted, numbered.number());
            messages.put(message.id(), message);
        }

        void write() {
            if (!messages.isEmpty()) {
                repository.saveNumbers(given.values());
                repository.saveMessages(messages.values());
                repository.saveHeads(heads);
            }
        }
    }
}
