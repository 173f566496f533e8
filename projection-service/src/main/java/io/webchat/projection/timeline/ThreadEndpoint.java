package io.webchat.projection.timeline;

import io.webchat.domain.structure.ChannelId;
import io.webchat.support.consistency.ConsistencyToken;
import io.webchat.support.token.AuthenticatedUser;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.Objects;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Answers with the threads of a channel: the messages that they hang on, the thread with the newest message first. */
@RestController
class ThreadEndpoint {
    private final TimelineRepository repository;
    private final TimelineReader reader;

    ThreadEndpoint(TimelineRepository repository, TimelineReader reader) {
        this.repository = repository;
        this.reader = reader;
    }

    @GetMapping("/api/channels/{channelId}/threads")
    ShownMessages listThreads(
            @PathVariable ChannelId channelId,
            @RequestParam(defaultValue = "50") @Min(1) @Max(100) int limit,
            AuthenticatedUser user,
            ConsistencyToken caller) {
        reader.require(channelId, user, caller);
        var roots = repository.threads(channelId, limit).stream()
                .map(document -> document.thread().id())
                .toList();
        var documents = repository.find(channelId, roots);
        return reader.show(
                roots.stream().map(documents::get).filter(Objects::nonNull).toList(), caller);
    }
}
