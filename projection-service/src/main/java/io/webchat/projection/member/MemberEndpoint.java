package io.webchat.projection.member;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.webchat.domain.structure.RoleId;
import io.webchat.domain.structure.Server;
import io.webchat.domain.structure.ServerId;
import io.webchat.domain.user.UserId;
import io.webchat.projection.access.ReadAccess;
import io.webchat.projection.consume.ViewFreshness;
import io.webchat.projection.member.MemberSearch.Named;
import io.webchat.projection.presence.Presences;
import io.webchat.support.consistency.ConsistencyToken;
import io.webchat.support.token.AuthenticatedUser;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Answers with a page of a server's members, or of those whom a search finds, and how they are seen, to members. */
@RestController
class MemberEndpoint {
    private final MemberSearch members;
    private final Presences presences;
    private final ReadAccess access;
    private final ViewFreshness freshness;

    MemberEndpoint(MemberSearch members, Presences presences, ReadAccess access, ViewFreshness freshness) {
        this.members = members;
        this.presences = presences;
        this.access = access;
        this.freshness = freshness;
    }

    @GetMapping("/api/servers/{serverId}/members")
    MemberPage listMembers(
            @PathVariable ServerId serverId,
            @RequestParam(required = false) @Nullable @Size(max = 100, message = "must have at most 100 characters")
                    String q,
            @RequestParam(required = false) @Nullable UserId after,
            @RequestParam(defaultValue = "100") @Min(1) @Max(100) int limit,
            AuthenticatedUser user,
            ConsistencyToken caller) {
        var server = access.server(serverId, user, caller).server();
        freshness.await(MemberRepository.VIEW, caller);
        var begin = after == null ? "" : after.toString();
        var found = members.find(serverId.toString(), NameSearch.of(q), begin, limit, caller);
        var seen = presences.of(
                found.members().stream().map(named -> named.profile().userId()).toList());
        return new MemberPage(
                found.members().stream()
                        .map(named -> Member.of(
                                named, server, seen.get(named.profile().userId())))
                        .toList(),
                found.next());
    }

    record MemberPage(
            List<Member> members,

            @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable
            String next) {}

    /**
     * A person's profile with what they are in this server; roles that it has no longer are left out.
     *
     * @param presence how they are seen now; absent while nobody knows
     */
    record Member(
            String userId,
            String username,
            String displayName,
            @Nullable String statusText,
            @Nullable String avatarId,
            int revision,
            @Nullable String nickname,
            List<String> roleIds,
            @Nullable Instant timedOutUntil,
            @Nullable String presence) {
        static Member of(Named named, Server server, @Nullable String presence) {
            var profile = named.profile();
            var member = named.member();
            return new Member(
                    profile.userId(),
                    profile.username(),
                    profile.displayName(),
                    profile.statusText(),
                    profile.avatarId(),
                    profile.revision(),
                    member.nickname(),
                    member.roleIds().stream()
                            .filter(role -> server.roles().contains(RoleId.parse(role)))
                            .toList(),
                    member.timedOutUntil(),
                    presence);
        }
    }
}
