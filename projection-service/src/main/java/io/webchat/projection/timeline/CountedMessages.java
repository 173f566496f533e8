package io.webchat.projection.timeline;

import io.webchat.domain.message.MessageId;
import io.webchat.domain.structure.RoleId;
import io.webchat.domain.user.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The messages behind a count, one by one, for whoever wants to know why. */
@Component
public class CountedMessages {
    private final TimelineRepository repository;
    private final MessagePlaces places;

    CountedMessages(TimelineRepository repository, MessagePlaces places) {
        this.repository = repository;
        this.places = places;
    }

    /**
     * A message after a mark.
     *
     * @param offset of the record that posted it, in its channel's partition; -1 if that is not known
     * @param isDeleted so it does not count
     * @param calls whether it calls the reader, and counts as a mention unless it is their own
     */
    public record Counted(
            long number,
            MessageId messageId,
            UserId authorId,
            Instant at,
            long offset,
            boolean isDeleted,
            boolean calls) {}

    /** The messages with numbers after one, ascending, at most so many. */
    public List<Counted> after(TimelineKey timeline, long number, int limit, UserId reader, Set<RoleId> roles) {
        var head = repository.head(timeline.name());
        var page = repository.page(timeline.name(), number + 1, Math.min(head, number + limit));
        var offsets = places.find(
                timeline.channelId(),
                page.stream().map(document -> document.message().id()).toList());
        return page.stream()
                .map(document -> {
                    var message = document.message();
                    var place = offsets.get(message.id());
                    return new Counted(
                            document.number(),
                            message.id(),
                            message.authorId(),
                            message.at(),
                            place == null ? -1 : place.offset(),
                            message.isDeleted(),
                            Calls.isCalled(message, reader, roles));
                })
                .toList();
    }
}
