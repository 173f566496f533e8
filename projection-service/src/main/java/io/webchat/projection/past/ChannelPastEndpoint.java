package io.webchat.projection.past;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.webchat.domain.Rejection;
import io.webchat.domain.Rejection.Reason;
import io.webchat.domain.structure.ChannelId;
import io.webchat.domain.structure.ServerId;
import io.webchat.domain.user.UserId;
import io.webchat.projection.access.ReadAccess;
import io.webchat.projection.consume.ViewFreshness;
import io.webchat.projection.profile.Profile;
import io.webchat.projection.profile.Profiles;
import io.webchat.support.consistency.ConsistencyToken;
import io.webchat.support.problem.ProblemException;
import io.webchat.support.token.AuthenticatedUser;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Answers with what a channel was at a moment, and with who was a member of its server then, to those who may see the
 * channel now. People are shown as they are called now.
 */
@RestController
class ChannelPastEndpoint {
    /** Of those who are looked through, since those who were not members then are among them. */
    private static final int AT_A_TIME = 200;

    /** For one page. In a larger server a page may have fewer members than it could, and another one after it. */
    private static final int AT_MOST = 2_000;

    private final PastRepository past;
    private final Moments moments;
    private final Profiles profiles;
    private final ReadAccess access;
    private final ViewFreshness freshness;

    ChannelPastEndpoint(
            PastRepository past, Moments moments, Profiles profiles, ReadAccess access, ViewFreshness freshness) {
        this.past = past;
        this.moments = moments;
        this.profiles = profiles;
        this.access = access;
        this.freshness = freshness;
    }

    @GetMapping("/api/channels/{channelId}/past")
    ChannelThen getPastChannel(
            @PathVariable ChannelId channelId,
            @RequestParam Instant at,
            AuthenticatedUser user,
            ConsistencyToken caller) {
        moments.requirePast(at);
        var server = access.channel(channelId, user, caller).server();
        freshness.await(PastRepository.VIEW, caller);
        var document = past.channel(ChannelPastDocument.id(server, channelId))
                .orElseThrow(() -> ViewFreshness.behind("The channel is not in the view yet."));
        var then = past.chapter(document, at)
                .orElseThrow(() -> ProblemException.rejected(
                        new Rejection(Reason.UNKNOWN_CHANNEL, "There was no such channel at that time.")));
        return new ChannelThen(channelId, server.id(), at, then.name(), then.topic(), past.beginning(document));
    }

    @GetMapping("/api/channels/{channelId}/past/members")
    MembersThen listPastMembers(
            @PathVariable ChannelId channelId,
            @RequestParam Instant at,
            @RequestParam(required = false) @Nullable UserId after,
            @RequestParam(defaultValue = "100") @Min(1) @Max(100) int limit,
            AuthenticatedUser user,
            ConsistencyToken caller) {
        moments.requirePast(at);
        var server = access.channel(channelId, user, caller).server().id().toString();
        freshness.await(PastRepository.VIEW, caller);
        var found = membersAt(server, at, after == null ? "" : after.toString(), limit);
        var known = profiles.find(found.userIds(), caller);
        return new MembersThen(
                found.userIds().stream()
                        .map(known::get)
                        .filter(Objects::nonNull)
                        .toList(),
                found.next());
    }

    private record Found(List<String> userIds, @Nullable String next) {}

    private Found membersAt(String server, Instant at, String after, int limit) {
        var members = new ArrayList<String>();
        var last = after;
        for (var seen = 0; seen < AT_MOST; seen += AT_A_TIME) {
            var part = past.memberships(server, last, AT_A_TIME);
            for (var membership : part) {
                if (membership.spans().at(at).isPresent()) {
                    if (members.size() == limit) {
                        return new Found(members, last);
                    }
                    members.add(membership.userId());
                }
                last = membership.userId();
            }
            if (part.size() < AT_A_TIME) {
                return new Found(members, null);
            }
        }
        return new Found(members, last);
    }

    /**
     * A channel as it was.
     *
     * @param name empty for that of a conversation without one
     * @param topic absent for none
     * @param createdAt the first moment at which there was something to look back to
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ChannelThen(
            ChannelId channelId,
            ServerId serverId,
            Instant at,
            String name,
            @Nullable String topic,
            Instant createdAt) {}

    record MembersThen(
            List<Profile> members,

            @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable
            String next) {}
}
