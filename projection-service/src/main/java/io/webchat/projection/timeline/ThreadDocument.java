package io.webchat.projection.timeline;

import io.webchat.domain.message.MessageEvent;
import io.webchat.domain.message.MessageThread;
import io.webchat.domain.message.ThreadEvent;
import io.webchat.projection.store.Positioned;
import io.webchat.projection.store.ViewCollections;
import java.time.Instant;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A thread of a channel.
 *
 * @param id the name of its {@link Timeline}
 * @param activeAt when something was last posted in it, or else when it was started
 */
@Document(ViewCollections.THREADS)
record ThreadDocument(@Id String id, long position, String channelId, Instant activeAt, MessageThread thread)
        implements Positioned {

    static ThreadDocument of(ThreadEvent.Started started, long position) {
        var id = Timeline.of(started.channelId(), started.messageId());
        var thread = MessageThread.of(started);
        return new ThreadDocument(id, position, started.channelId().toString(), thread.startedAt(), thread);
    }

    /** Folds an event of the thread; one that the document reflects already changes nothing. */
    ThreadDocument evolve(ThreadEvent event, long newPosition) {
        return newPosition <= position
                ? this
                : new ThreadDocument(id, newPosition, channelId, activeAt, thread.evolve(event));
    }

    /** Folds the first record of a message that was posted in it. */
    ThreadDocument posted(MessageEvent.Posted event, long newPosition) {
        return newPosition <= position
                ? this
                : new ThreadDocument(id, newPosition, channelId, event.at(), thread.posted(event));
    }
}
