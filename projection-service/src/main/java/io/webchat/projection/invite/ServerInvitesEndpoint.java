package io.webchat.projection.invite;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.webchat.domain.structure.Invite;
import io.webchat.domain.structure.InviteCode;
import io.webchat.domain.structure.Permission;
import io.webchat.domain.structure.Server;
import io.webchat.domain.structure.ServerId;
import io.webchat.log.Partitioning;
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
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Answers with a page of a server's invites: to those who manage the server with all of them, to other members with
 * their own. Which there are, and how often each was used, is known from the log itself; when they were made, from the
 * view.
 */
@RestController
class ServerInvitesEndpoint {
    private final InviteRepository invites;
    private final Profiles profiles;
    private final ReadAccess access;
    private final ViewFreshness freshness;

    ServerInvitesEndpoint(InviteRepository invites, Profiles profiles, ReadAccess access, ViewFreshness freshness) {
        this.invites = invites;
        this.profiles = profiles;
        this.access = access;
        this.freshness = freshness;
    }

    @GetMapping("/api/servers/{serverId}/invites")
    InvitePage listInvites(
            @PathVariable ServerId serverId,
            @RequestParam(required = false) @Nullable InviteCode after,
            @RequestParam(defaultValue = "100") @Min(1) @Max(100) int limit,
            AuthenticatedUser user,
            ConsistencyToken caller) {
        var server = access.server(serverId, user, caller).server();
        freshness.await(InviteRepository.VIEW, Partitioning.partitionOf(serverId.value()), caller);
        var from = after == null ? "" : after.value();
        var paged = Paged.of(
                visibleTo(user, server)
                        .filter(invite -> invite.code().value().compareTo(from) > 0)
                        .sorted(Comparator.comparing(invite -> invite.code().value()))
                        .limit(limit + 1L)
                        .toList(),
                limit);
        var makers = paged.shown().stream()
                .map(invite -> invite.createdBy().toString())
                .collect(Collectors.toSet());
        return new InvitePage(
                describe(paged.shown()),
                profiles.find(makers, caller),
                paged.next(invite -> invite.code().value()));
    }

    private static Stream<Invite> visibleTo(AuthenticatedUser user, Server server) {
        var isManager = server.permissionsOf(user.userId()).contains(Permission.MANAGE_SERVER);
        return server.invites().values().stream()
                .filter(invite -> isManager || invite.createdBy().equals(user.userId()));
    }

    /**
     * An invite that was made a moment ago may not be in the view yet: its time of birth appears with the next query.
     */
    private List<ListedInvite> describe(List<Invite> shown) {
        var documents =
                invites.load(shown.stream().map(invite -> invite.code().value()).toList());
        return shown.stream()
                .map(invite ->
                        ListedInvite.of(invite, documents.get(invite.code().value())))
                .toList();
    }

    record InvitePage(
            List<ListedInvite> invites,
            Map<String, Profile> people,

            @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable
            String next) {}

    /** One that is not revoked; it may have expired or be used up. */
    record ListedInvite(
            String code,
            String createdBy,
            int uses,
            @Nullable Integer maxUses,
            @Nullable Instant expiresAt,
            @Nullable Instant createdAt) {
        static ListedInvite of(Invite invite, @Nullable InviteDocument document) {
            return new ListedInvite(
                    invite.code().value(),
                    invite.createdBy().toString(),
                    invite.uses(),
                    invite.maxUses(),
                    invite.expiresAt(),
                    document == null ? null : document.createdAt());
        }
    }
}
