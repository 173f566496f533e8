package io.webchat.projection.timeline;

import io.webchat.domain.message.Message;
import io.webchat.domain.message.MessageId;
import io.webchat.domain.message.MessageThread;
import io.webchat.domain.message.Pins;
import io.webchat.domain.structure.ChannelId;
import io.webchat.domain.user.UserId;
import io.webchat.log.Partitioning;
import io.webchat.projection.access.ReadAccess;
import io.webchat.projection.consume.ViewFreshness;
import io.webchat.projection.profile.Profile;
import io.webchat.projection.profile.Profiles;
import io.webchat.support.consistency.ConsistencyToken;
import io.webchat.support.token.AuthenticatedUser;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What all answers about messages have in common: who may read, how fresh they are, and what they carry along. */
@Component
class TimelineReader {
    private final TimelineRepository repository;
    private final Profiles profiles;
    private final ReadAccess access;
    private final ViewFreshness freshness;

    TimelineReader(TimelineRepository repository, Profiles profiles, ReadAccess access, ViewFreshness freshness) {
        this.repository = repository;
        this.profiles = profiles;
        this.access = access;
        this.freshness = freshness;
    }

    /** Throws {@code unknown-channel} (404) or {@code view-behind} (503) unless this caller can be answered. */
    void require(ChannelId channel, AuthenticatedUser user, ConsistencyToken caller) {
        var ignored = access.channel(channel, user, caller);
        freshness.await(TimelineRepository.VIEW, Partitioning.partitionOf(channel.value()), caller);
    }

    /**
     * Messages and what it takes to show them.
     *
     * @param authors the people who wrote or are called in them, by user id
     * @param referenced the messages that they answer, by message id; one that is not known is missing
     */
    record Shown(
            List<TimelineMessage> messages, Map<String, Profile> authors, Map<String, TimelineMessage> referenced) {}

    Shown show(ChannelId channel, List<MessageDocument> documents, ConsistencyToken caller) {
        var answered = repository.find(
                channel,
                documents.stream()
                        .map(document -> document.message().replyTo())
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet()));
        var all = Stream.concat(documents.stream(), answered.values().stream()).toList();
        var pins = pins(channel);
        var threads = threads(channel, all);
        Function<MessageDocument, TimelineMessage> show = document -> TimelineMessage.of(
                document,
                pins.has(document.message().id()),
                threads.get(document.message().id()));
        return new Shown(
                documents.stream().map(show).toList(),
                profiles.find(people(all), caller),
                answered.values().stream()
                        .map(show)
                        .collect(Collectors.toMap(message -> message.messageId().toString(), Function.identity())));
    }

    Pins pins(ChannelId channel) {
        return repository.pins(List.of(channel.toString())).values().stream()
                .map(PinsDocument::pins)
                .findFirst()
                .orElse(Pins.NONE);
    }

    private Map<MessageId, MessageThread> threads(ChannelId channel, Collection<MessageDocument> documents) {
        return repository
                .threads(documents.stream()
                        .map(document -> document.message().id())
                        .map(id -> Timeline.of(channel, id))
                        .collect(Collectors.toSet()))
                .values()
                .stream()
                .map(ThreadDocument::thread)
                .collect(Collectors.toMap(MessageThread::id, Function.identity()));
    }

    private static Collection<String> people(Collection<MessageDocument> documents) {
        return documents.stream()
                .map(MessageDocument::message)
                .flatMap(TimelineReader::people)
                .map(UserId::toString)
                .collect(Collectors.toSet());
    }

    private static Stream<UserId> people(Message message) {
        var mentions = message.mentions();
        return Stream.concat(Stream.of(message.authorId()), mentions == null ? Stream.of() : mentions.users().stream());
    }
}
