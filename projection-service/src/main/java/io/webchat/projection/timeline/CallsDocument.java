package io.webchat.projection.timeline;

import io.webchat.domain.message.Mentions;
import io.webchat.domain.structure.ChannelId;
import io.webchat.projection.store.Positioned;
import io.webchat.projection.store.ViewCollections;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * The latest messages of a channel and its threads that called a person, a role or everyone. What became of them since
 * is not in here: some may be deleted, or call nobody any more.
 *
 * @param id the channel, and a user, a role or {@link #EVERYONE}
 * @param calls in the order in which they came, the last {@link #REMEMBERED}
 */
@Document(ViewCollections.CALLS)
record CallsDocument(@Id String id, long position, List<Called> calls) implements Positioned {
    static final int REMEMBERED = 100;
    static final String EVERYONE = "everyone";

    /** When which message called. */
    record Called(String messageId, Instant at) {}

    static CallsDocument none(String id) {
        return new CallsDocument(id, 0, List.of());
    }

    static String id(ChannelId channel, Object target) {
        return channel + "/" + target;
    }

    /** The ids of all whom a message calls. */
    static Stream<String> ids(ChannelId channel, Mentions mentions) {
        var users = mentions.users().stream().map(user -> id(channel, user));
        var roles = mentions.roles().stream().map(role -> id(channel, role));
        var everyone = mentions.everyone() ? Stream.of(id(channel, EVERYONE)) : Stream.<String>of();
        return Stream.of(users, roles, everyone).flatMap(Objects::requireNonNull);
    }

    /** Folds a call; one that the document reflects already, or that a message has made before, changes nothing. */
    CallsDocument called(Called call, long newPosition) {
        if (newPosition <= position) {
            return this;
        }
        if (calls.stream().anyMatch(known -> known.messageId().equals(call.messageId()))) {
            return new CallsDocument(id, newPosition, calls);
        }
        var all = Stream.concat(calls.stream(), Stream.of(call)).toList();
        return new CallsDocument(id, newPosition, all.subList(Math.max(0, all.size() - REMEMBERED), all.size()));
    }
}
