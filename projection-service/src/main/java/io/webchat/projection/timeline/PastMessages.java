package io.webchat.projection.timeline;

import io.webchat.domain.message.Message;
import io.webchat.domain.message.MessageId;
import io.webchat.domain.message.Pins;
import io.webchat.domain.structure.ChannelId;
import io.webchat.domain.structure.Permission;
import io.webchat.domain.structure.Server;
import io.webchat.domain.user.UserId;
import io.webchat.projection.profile.Profile;
import io.webchat.projection.profile.Profiles;
import io.webchat.support.consistency.ConsistencyToken;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Shows messages as they were at a moment. */
@Component
class PastMessages {
    /** More than may be pinned at once, as times are by clocks that differ. */
    private static final int PINNED_AT_MOST = 2 * Pins.MAX;

    private final TimelineRepository repository;
    private final Profiles profiles;

    PastMessages(TimelineRepository repository, Profiles profiles) {
        this.repository = repository;
        this.profiles = profiles;
    }

    /** Whoever looks back: they see the edits of their own messages, and of all if they manage messages. */
    record Reader(UserId user, boolean managesMessages) {
        static Reader of(UserId user, Server server, ChannelId channel) {
            return new Reader(user, server.permissionsIn(channel, user).contains(Permission.MANAGE_MESSAGES));
        }

        boolean seesEditsOf(Message message) {
            return managesMessages || message.authorId().equals(user);
        }
    }

    /**
     * Messages and what it takes to show them.
     *
     * @param authors as they are called now, by user id
     * @param referenced the messages that they answer, as they were at the same moment, by message id
     */
    record Shown(List<PastMessage> messages, Map<String, Profile> authors, Map<String, PastMessage> referenced) {}

    /** Messages of a channel, in their order. */
    Shown show(List<MessageDocument> documents, Instant moment, Reader reader, ConsistencyToken caller) {
        var answered = repository.find(documents.stream()
                .map(MessageDocument::message)
                .flatMap(TimelineReader::answered)
                .collect(Collectors.toSet()));
        var all = Stream.concat(documents.stream(), answered.values().stream()).toList();
        var spans = repository.pinSpans(all.stream().map(PastMessages::id).collect(Collectors.toSet()));
        var edits = repository.edits(all.stream()
                .filter(document -> isEdited(document, reader))
                .map(PastMessages::id)
                .collect(Collectors.toSet()));
        Function<MessageDocument, PastMessage> show = document -> show(
                document,
                moment,
                reader,
                edits.getOrDefault(id(document), EditsDocument.none(id(document))),
                isPinned(spans.get(id(document)), moment));
        return new Shown(
                documents.stream().map(show).toList(),
                profiles.find(TimelineReader.people(all), caller),
                answered.values().stream()
                        .map(show)
                        .collect(Collectors.toMap(message -> message.messageId().toString(), Function.identity())));
    }

    /** The messages that were pinned at a moment, the last pinned first. */
    List<MessageDocument> pinned(ChannelId channel, Instant moment) {
        var since = new HashMap<MessageId, Instant>();
        repository
                .pinSpans(channel, moment, PINNED_AT_MOST)
                .forEach(pinned ->
                        pinned.spans().at(moment).ifPresent(span -> since.put(pinned.messageId(), span.from())));
        return repository.find(channel, since.keySet()).values().stream()
                .sorted(Comparator.comparing((MessageDocument document) -> Objects.requireNonNull(
                                since.get(document.message().id())))
                        .thenComparing(document -> document.id())
                        .reversed())
                .toList();
    }

    private static PastMessage show(
            MessageDocument document, Instant moment, Reader reader, EditsDocument edits, boolean isPinned) {
        var message = document.message();
        var wasEditedLater = message.editedAt() != null && message.editedAt().isAfter(moment);
        var version = wasEditedLater && !reader.seesEditsOf(message)
                ? null
                : PastMessage.versionAt(message, edits.former(), moment);
        return PastMessage.of(document, version, isPinned);
    }

    private static boolean isPinned(@Nullable PinSpansDocument spans, Instant moment) {
        return spans != null && spans.spans().at(moment).isPresent();
    }

    private static boolean isEdited(MessageDocument document, Reader reader) {
        return document.message().revision() > 0 && reader.seesEditsOf(document.message());
    }

    private static String id(MessageDocument document) {
        return Numbered.id(document.message().channelId(), document.message().id());
    }
}
