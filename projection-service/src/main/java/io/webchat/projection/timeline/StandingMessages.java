package io.webchat.projection.timeline;

import io.webchat.domain.message.Message;
import io.webchat.domain.message.MessageId;
import io.webchat.domain.structure.ChannelId;
import io.webchat.domain.user.UserId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Messages as they are at this moment, and who is in a thread; for the capabilities that call people. */
@Component
public class StandingMessages {
    private final TimelineRepository repository;

    StandingMessages(TimelineRepository repository) {
        this.repository = repository;
    }

    /** A message, unless it is deleted or not known. */
    public Optional<Message> find(ChannelId channel, MessageId message) {
        return Optional.ofNullable(repository.find(channel, List.of(message)).get(message))
                .map(MessageDocument::message)
                .filter(found -> !found.isDeleted());
    }

    /** Who is in a thread; nobody if it is not known. */
    public Set<UserId> membersOf(ChannelId channel, MessageId thread) {
        return repository
                .thread(channel, thread)
                .map(document -> Set.copyOf(document.thread().members()))
                .orElse(Set.of());
    }
}
