package io.webchat.projection.timeline;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.webchat.domain.message.Mentions;
import io.webchat.domain.message.Message;
import io.webchat.domain.message.MessageId;
import io.webchat.domain.structure.ChannelId;
import io.webchat.domain.structure.RoleId;
import io.webchat.domain.structure.ServerId;
import io.webchat.domain.user.UserId;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Which messages called somebody, the latest first. It goes back as far as {@link CallsDocument#REMEMBERED} calls in
 * each channel of the person, of each of their roles, and of everyone. Who may see what is not asked here.
 */
@Component
public class Calls {
    private static final Comparator<Call> LATEST_FIRST = Comparator.comparing(Call::at)
            .thenComparing(call -> call.messageId().toString())
            .reversed();

    private final TimelineRepository repository;

    Calls(TimelineRepository repository) {
        this.repository = repository;
    }

    /**
     * A channel where somebody may be called.
     *
     * @param roles theirs, whose calls are for them
     * @param since calls before that were for others
     */
    public record Place(ChannelId channelId, Set<RoleId> roles, Instant since) {
        Stream<String> ids(UserId reader) {
            return Stream.concat(Stream.of(reader, CallsDocument.EVERYONE), roles.stream())
                    .map(target -> CallsDocument.id(channelId, target));
        }
    }

    /** When which message called, as it was then. */
    public record Call(ChannelId channelId, MessageId messageId, Instant at) {
        /** Whether it comes before another one in an inbox, which begins with the latest. */
        public boolean isLaterThan(Call other) {
            return LATEST_FIRST.compare(this, other) < 0;
        }
    }

    /** A message that calls somebody, as it is now. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record CalledMessage(
            ServerId serverId,
            ChannelId channelId,
            @Nullable MessageId threadId,
            MessageId messageId,
            long number,
            UserId authorId,
            String content,
            @Nullable Mentions mentions,
            Instant at) {
        static CalledMessage of(MessageDocument document) {
            var message = document.message();
            return new CalledMessage(
                    message.serverId(),
                    message.channelId(),
                    message.threadId(),
                    message.id(),
                    document.number(),
                    message.authorId(),
                    message.content(),
                    message.mentions(),
                    message.at());
        }

        public TimelineKey timeline() {
            return new TimelineKey(channelId, threadId);
        }
    }

    /** All calls that are remembered, the latest first, each message once. */
    public List<Call> latest(UserId reader, Collection<Place> places) {
        var placeOf = new HashMap<String, Place>();
        places.forEach(place -> place.ids(reader).forEach(id -> placeOf.put(id, place)));
        var latest = new HashMap<MessageId, Call>();
        repository.calls(placeOf.keySet()).forEach((id, document) -> {
            var place = placeOf.get(id);
            for (var called : document.calls()) {
                if (place != null && !called.at().isBefore(place.since())) {
                    var call = new Call(place.channelId(), MessageId.parse(called.messageId()), called.at());
                    latest.merge(call.messageId(), call, (one, other) -> one.isLaterThan(other) ? one : other);
                }
            }
        });
        return latest.values().stream().sorted(LATEST_FIRST).toList();
    }

    /** The messages that still call somebody else's attention to something, in the order of the calls. */
    public List<CalledMessage> standing(UserId reader, List<Call> calls, Map<ChannelId, Place> places) {
        var byChannel = calls.stream()
                .collect(Collectors.groupingBy(
                        Call::channelId, LinkedHashMap::new, Collectors.mapping(Call::messageId, Collectors.toList())));
        var found = new HashMap<MessageId, MessageDocument>();
        byChannel.forEach((channel, messages) -> found.putAll(repository.find(channel, messages)));
        return calls.stream()
                .flatMap(call -> Stream.ofNullable(found.get(call.messageId())))
                .filter(document -> stillCalls(
                        document.message(),
                        reader,
                        places.get(document.message().channelId())))
                .map(CalledMessage::of)
                .toList();
    }

    private static boolean stillCalls(Message message, UserId reader, @Nullable Place place) {
        return place != null && isCalled(message, reader, place.roles());
    }

    /** Whether a message, as it is now, was written by somebody else and calls a reader. */
    static boolean isCalled(Message message, UserId reader, Set<RoleId> roles) {
        var mentions = message.mentions();
        return mentions != null
                && !message.isDeleted()
                && !message.authorId().equals(reader)
                && (mentions.everyone()
                        || mentions.users().contains(reader)
                        || mentions.roles().stream().anyMatch(roles::contains));
    }
}
