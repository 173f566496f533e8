package io.webchat.projection.member;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.webchat.domain.structure.RoleId;
import io.webchat.domain.structure.Server;
import io.webchat.domain.structure.ServerId;
import io.webchat.domain.user.UserId;
import io.webchat.projection.access.ReadAccess;
import io.webchat.projection.consume.ViewFreshness;
import io.webchat.projection.paging.Paged;
import io.webchat.projection.profile.Profile;
import io.webchat.projection.profile.Profiles;
import io.webchat.support.consistency.ConsistencyToken;
import io.webchat.support.token.AuthenticatedUser;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Answers with a page of a server's members, to members. */
@RestController
class MemberEndpoint {
    private final MemberRepository members;
    private final Profiles profiles;
    private final ReadAccess access;
    private final ViewFreshness freshness;

    MemberEndpoint(MemberRepository members, Profiles profiles, ReadAccess access, ViewFreshness freshness) {
        this.members = members;
        this.profiles = profiles;
        this.access = access;
        this.freshness = freshness;
    }

    @GetMapping("/api/servers/{serverId}/members")
    MemberPage listMembers(
            @PathVariable ServerId serverId,
            @RequestParam(required = false) @Nullable UserId after,
            @RequestParam(defaultValue = "100") @Min(1) @Max(100) int limit,
            AuthenticatedUser user,
            ConsistencyToken caller) {
        var server = access.server(serverId, user, caller).server();
        freshness.await(MemberRepository.VIEW, caller);
        return page(server, after == null ? "" : after.toString(), limit, caller);
    }

    private MemberPage page(Server server, String after, int limit, ConsistencyToken caller) {
        var paged = Paged.of(members.page(server.id().toString(), after, limit + 1), limit);
        var ids = paged.shown().stream().map(MemberDocument::userId).toList();
        var known = profiles.find(ids, caller);
        // Who joined a moment ago may not have a profile here yet: they appear with the next query.
        var page = paged.shown().stream()
                .filter(member -> known.containsKey(member.userId()))
                .map(member -> Member.of(member, Objects.requireNonNull(known.get(member.userId())), server))
                .toList();
        return new MemberPage(page, paged.next(MemberDocument::userId));
    }

    record MemberPage(
            List<Member> members,

            @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable
            String next) {}

    /** A person's profile with what they are in this server; roles that it has no longer are left out. */
    record Member(
            String userId,
            String username,
            String displayName,
            @Nullable String statusText,
            @Nullable String avatarId,
            int revision,
            @Nullable String nickname,
            List<String> roleIds,
            @Nullable Instant timedOutUntil) {
        static Member of(MemberDocument member, Profile profile, Server server) {
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
                    member.timedOutUntil());
        }
    }
}
