package io.webchat.projection.timeline;

import io.webchat.projection.consume.ViewFreshness;
import io.webchat.support.consistency.ConsistencyToken;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Whole timelines, page by page, for whoever reads all there is. Who may see what is not asked here. */
@Component
public class TimelinePages {
    private final TimelineRepository repository;
    private final TimelineReader reader;
    private final ViewFreshness freshness;

    TimelinePages(TimelineRepository repository, TimelineReader reader, ViewFreshness freshness) {
        this.repository = repository;
        this.reader = reader;
        this.freshness = freshness;
    }

    /** Waits until the pages contain what the caller has seen. Throws {@code view-behind} (503) if they do not. */
    public void await(ConsistencyToken caller) {
        freshness.await(TimelineRepository.VIEW, caller);
    }

    /**
     * The messages with numbers after one, ascending, at most so many; none at the end. Deleted ones are among them.
     */
    public ShownMessages after(TimelineKey timeline, long number, int limit, ConsistencyToken caller) {
        var last = Math.min(repository.head(timeline.name()), number + limit);
        return reader.show(repository.page(timeline.name(), number + 1, last), caller);
    }

    /** The next timeline of the same channel: after its own those of its threads, in the order of their ids. */
    public Optional<TimelineKey> following(TimelineKey timeline) {
        return repository
                .threadAfter(timeline.channelId(), timeline.threadId())
                .map(document ->
                        new TimelineKey(timeline.channelId(), document.thread().id()));
    }
}
