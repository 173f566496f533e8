package io.webchat.projection.timeline;

import io.webchat.domain.message.Message;
import io.webchat.domain.message.MessageThread;
import io.webchat.domain.message.Pins;
import io.webchat.domain.structure.ChannelId;
import io.webchat.domain.user.UserId;
import io.webchat.log.Partitioning;
import io.webchat.projection.access.ReadAccess;
import io.webchat.projection.consume.ViewFreshness;
import io.webchat.projection.profile.Profiles;
import io.webchat.support.consistency.ConsistencyToken;
import io.webchat.support.token.AuthenticatedUser;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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

    /** Messages, of whichever channels, in their order. */
    ShownMessages show(List<MessageDocument> documents, ConsistencyToken caller) {
        return named(unnamed(documents), caller);
    }

    ShownMessages named(UnnamedMessages unnamed, ConsistencyToken caller) {
        return new ShownMessages(unnamed.messages(), profiles.find(unnamed.people(), caller), unnamed.referenced());
    }

    /** The newest messages of a channel: a copy of them, unless something has happened in it since. */
    NewestPage newestPage(ChannelId channel) {
        // Where the channel ends is read first: whatever it counts, the messages that are read after it reflect.
        var head = repository.head(channel);
        return repository.newestPage(channel, head.position()).orElseGet(() -> {
            var first = Math.max(1, head.number() - NewestPage.SIZE + 1);
            var documents = repository.page(Timeline.of(channel, null), first, head.number());
            var page = new NewestPage(channel.toString(), head.position(), unnamed(documents), first > 1);
            repository.keep(page);
            return page;
        });
    }

    private UnnamedMessages unnamed(List<MessageDocument> documents) {
        var answered = repository.find(documents.stream()
                .map(MessageDocument::message)
                .flatMap(TimelineReader::answered)
                .collect(Collectors.toSet()));
        var all = Stream.concat(documents.stream(), answered.values().stream()).toList();
        var pins = repository.pins(all.stream()
                .map(document -> document.message().channelId().toString())
                .collect(Collectors.toSet()));
        var threads =
                repository.threads(all.stream().map(TimelineReader::threadOn).collect(Collectors.toSet()));
        Function<MessageDocument, TimelineMessage> show = document -> TimelineMessage.of(
                document, isPinned(document.message(), pins), threadOf(threads.get(threadOn(document))));
        return new UnnamedMessages(
                documents.stream().map(show).toList(),
                answered.values().stream()
                        .map(show)
                        .collect(Collectors.toMap(message -> message.messageId().toString(), Function.identity())),
                people(all));
    }

    Pins pins(ChannelId channel) {
        return repository.pins(List.of(channel.toString())).values().stream()
                .map(PinsDocument::pins)
                .findFirst()
                .orElse(Pins.NONE);
    }

    private static boolean isPinned(Message message, Map<String, PinsDocument> pins) {
        var ofChannel = pins.get(message.channelId().toString());
        return ofChannel != null && ofChannel.pins().has(message.id());
    }

    /** The timeline of the thread that hangs on a message, if there is one. */
    private static String threadOn(MessageDocument document) {
        return Timeline.of(document.message().channelId(), document.message().id());
    }

    private static @Nullable MessageThread threadOf(@Nullable ThreadDocument document) {
        return document == null ? null : document.thread();
    }

    /** What a message answers, which is in its channel. */
    static Stream<String> answered(Message message) {
        var replyTo = message.replyTo();
        return replyTo == null ? Stream.empty() : Stream.of(Numbered.id(message.channelId(), replyTo));
    }

    /** Who wrote messages, or is called in them. */
    static Set<String> people(Collection<MessageDocument> documents) {
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
