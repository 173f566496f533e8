package io.webchat.projection.conversation;

import io.webchat.domain.structure.ServerId;
import io.webchat.projection.access.ReadAccess;
import io.webchat.projection.consume.ViewFreshness;
import io.webchat.projection.profile.Profile;
import io.webchat.projection.profile.Profiles;
import io.webchat.projection.timeline.LastMessages;
import io.webchat.support.consistency.ConsistencyToken;
import io.webchat.support.token.AuthenticatedUser;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Answers with the conversations that the caller takes part in, those with the latest message, or begun last, first.
 */
@RestController
class ConversationEndpoint {
    private static final Comparator<Conversation> NEWEST_FIRST =
            Comparator.comparing(Conversation::lastActiveAt).reversed().thenComparing(Conversation::serverId);

    private final ConversationRepository conversations;
    private final LastMessages lastMessages;
    private final Profiles profiles;
    private final ReadAccess access;
    private final ViewFreshness freshness;

    ConversationEndpoint(
            ConversationRepository conversations,
            LastMessages lastMessages,
            Profiles profiles,
            ReadAccess access,
            ViewFreshness freshness) {
        this.conversations = conversations;
        this.lastMessages = lastMessages;
        this.profiles = profiles;
        this.access = access;
        this.freshness = freshness;
    }

    @GetMapping("/api/conversations")
    MyConversations listConversations(AuthenticatedUser user, ConsistencyToken caller) {
        var mine = access.servers(user, caller).stream().map(ServerId::toString).toList();
        freshness.await(ConversationRepository.VIEW, caller);
        var documents = conversations.load(mine).values();
        var times = lastMessages.of(
                documents.stream().map(ConversationDocument::channelId).toList(), caller);
        var found = documents.stream()
                .map(document -> Conversation.of(document, times.get(document.channelId())))
                .sorted(NEWEST_FIRST)
                .toList();
        var people = found.stream()
                .flatMap(conversation -> conversation.userIds().stream())
                .collect(Collectors.toSet());
        return new MyConversations(found, profiles.find(people, caller));
    }

    record MyConversations(List<Conversation> conversations, Map<String, Profile> people) {}

    record Conversation(
            String serverId,
            String kind,
            String name,
            String channelId,
            List<String> userIds,
            Instant startedAt,
            @Nullable Instant lastMessageAt) {
        Instant lastActiveAt() {
            return lastMessageAt == null || lastMessageAt.isBefore(startedAt) ? startedAt : lastMessageAt;
        }

        static Conversation of(ConversationDocument document, @Nullable Instant lastMessageAt) {
            return new Conversation(
                    document.id(),
                    document.kind(),
                    document.name(),
                    document.channelId(),
                    document.userIds(),
                    document.startedAt(),
                    lastMessageAt);
        }
    }
}
