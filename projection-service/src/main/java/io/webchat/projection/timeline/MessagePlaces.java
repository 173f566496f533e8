package io.webchat.projection.timeline;

import io.webchat.domain.message.MessageId;
import io.webchat.domain.structure.ChannelId;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Where messages stand: in which timeline, under which number, and at which place of the log. Deleted ones keep it. */
@Component
public class MessagePlaces {
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(25);

    private final TimelineRepository repository;

    MessagePlaces(TimelineRepository repository) {
        this.repository = repository;
    }

    /**
     * A place.
     *
     * @param offset of the record that posted it, in its channel's partition
     */
    public record MessagePlace(TimelineKey timeline, long number, long offset) {}

    /** By message; those that are not known are missing. */
    public Map<MessageId, MessagePlace> find(ChannelId channel, Collection<MessageId> messages) {
        var numbers = repository.numbers(
                messages.stream().map(message -> Numbered.id(channel, message)).toList());
        var places = new HashMap<MessageId, MessagePlace>();
        for (var message : messages) {
            var numbered = numbers.get(Numbered.id(channel, message));
            if (numbered != null) {
                places.put(message, place(channel, numbered));
            }
        }
        return places;
    }

    /** Where a message stands; one that is not known is waited for, at most a second. */
    public Optional<MessagePlace> await(ChannelId channel, MessageId message) {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            var place = find(channel, List.of(message)).get(message);
            if (place != null || System.nanoTime() - deadline >= 0 || !pause()) {
                return Optional.ofNullable(place);
            }
        }
    }

    private static MessagePlace place(ChannelId channel, Numbered numbered) {
        var prefix = channel + "/";
        var timeline = numbered.timeline().startsWith(prefix)
                ? TimelineKey.ofThread(channel, numbered.timeline().substring(prefix.length()))
                : TimelineKey.of(channel);
        return new MessagePlace(timeline, numbered.number(), numbered.offset());
    }

    private static boolean pause() {
        try {
            Thread.sleep(LOOK_AGAIN);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
