package io.webchat.projection.timeline;

import io.webchat.domain.message.Mentions;
import io.webchat.domain.message.MessageChange;
import io.webchat.domain.message.MessageEvent;
import io.webchat.domain.message.PinEvent;
import io.webchat.domain.message.ThreadEvent;
import io.webchat.projection.consume.Logged;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The ids of the documents that an event reads or writes. */
final class Touched {
    private Touched() {}

    /** The ids of all that some events touch. */
    static Set<String> by(List<Logged<MessageEvent>> events, Function<MessageEvent, Stream<String>> ids) {
        return events.stream().flatMap(logged -> ids.apply(logged.event())).collect(Collectors.toSet());
    }

    /** Whose head it moves. */
    static Stream<String> timelines(MessageEvent event) {
        return event instanceof MessageEvent.Posted posted ? Stream.of(Timeline.of(posted)) : Stream.of();
    }

    /** The message whose number it gives or needs. */
    static Stream<String> numbered(MessageEvent event) {
        return Stream.of(Numbered.id(event));
    }

    /** The message that it changes, or that must be there for it; of a record that comes again, its own. */
    static Stream<String> changed(MessageEvent event) {
        return switch (event) {
            case MessageEvent.Posted e -> Stream.of(Numbered.id(e));
            case MessageChange e -> Stream.of(Numbered.id(e));
            case PinEvent e -> Stream.of(Numbered.id(e));
            case ThreadEvent e -> Stream.of(Numbered.id(e));
        };
    }

    /** The message whose commands it adds to. What is repeated of a deletion has nothing to do in any case. */
    static Stream<String> commanded(MessageEvent event) {
        return event instanceof MessageEvent.Posted || event instanceof MessageChange.Deleted
                ? Stream.of()
                : Stream.of(Numbered.id(event));
    }

    /** The message whose former versions it may add to, or erase. */
    static Stream<String> edited(MessageEvent event) {
        return event instanceof MessageChange.Edited || event instanceof MessageChange.Deleted
                ? Stream.of(Numbered.id(event))
                : Stream.of();
    }

    /** The channel whose pins it may change. */
    static Stream<String> pinned(MessageEvent event) {
        return event instanceof PinEvent || event instanceof MessageChange.Deleted
                ? Stream.of(event.channelId().toString())
                : Stream.of();
    }

    /** The message that may be pinned from now on, or no longer. */
    static Stream<String> pinSpans(MessageEvent event) {
        return event instanceof PinEvent || event instanceof MessageChange.Deleted
                ? Stream.of(Numbered.id(event))
                : Stream.of();
    }

    static Stream<String> threads(MessageEvent event) {
        return switch (event) {
            case MessageEvent.Posted e -> e.threadId() == null ? Stream.of() : Stream.of(Timeline.of(e));
            case ThreadEvent e -> Stream.of(Timeline.of(e.channelId(), e.messageId()));
            case MessageChange e -> Stream.of();
            case PinEvent e -> Stream.of();
        };
    }

    /** Whom it calls. */
    static Stream<String> calls(MessageEvent event) {
        var mentions = mentionsIn(event);
        return mentions == null ? Stream.of() : CallsDocument.ids(event.channelId(), mentions);
    }

    static @Nullable Mentions mentionsIn(MessageEvent event) {
        return switch (event) {
            case MessageEvent.Posted e -> e.mentions();
            case MessageChange.Edited e -> e.mentions();
            case MessageChange e -> null;
            case PinEvent e -> null;
            case ThreadEvent e -> null;
        };
    }

    /** Whose membership in a thread it may change. */
    static Stream<String> memberships(MessageEvent event) {
        return threads(event).map(thread -> ThreadMembershipsDocument.id(event.channelId(), event.actorId()));
    }
}
