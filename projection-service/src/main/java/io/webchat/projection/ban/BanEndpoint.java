package io.webchat.projection.ban;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.webchat.domain.structure.Permission;
import io.webchat.domain.structure.ServerId;
import io.webchat.domain.user.UserId;
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
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Answers with a page of a server's bans, to those who may ban. */
@RestController
class BanEndpoint {
    private final BanRepository bans;
    private final Profiles profiles;
    private final ReadAccess access;
    private final ViewFreshness freshness;

    BanEndpoint(BanRepository bans, Profiles profiles, ReadAccess access, ViewFreshness freshness) {
        this.bans = bans;
        this.profiles = profiles;
        this.access = access;
        this.freshness = freshness;
    }

    @GetMapping("/api/servers/{serverId}/bans")
    BanPage listBans(
            @PathVariable ServerId serverId,
            @RequestParam(required = false) @Nullable UserId after,
            @RequestParam(defaultValue = "100") @Min(1) @Max(100) int limit,
            AuthenticatedUser user,
            ConsistencyToken caller) {
        var ignored = access.server(serverId, Permission.BAN_MEMBERS, user, caller);
        freshness.await(BanRepository.VIEW, Partitioning.partitionOf(serverId.value()), caller);
        var from = after == null ? "" : after.toString();
        var paged = Paged.of(bans.page(serverId.toString(), from, limit + 1), limit);
        var people = paged.shown().stream()
                .flatMap(ban -> Stream.of(ban.userId(), ban.bannedBy()))
                .collect(Collectors.toSet());
        return new BanPage(
                paged.shown().stream().map(Ban::of).toList(),
                profiles.find(people, caller),
                paged.next(BanDocument::userId));
    }

    record BanPage(
            List<Ban> bans,
            Map<String, Profile> people,

            @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable
            String next) {}

    record Ban(String userId, String bannedBy, @Nullable String reason, Instant at) {
        static Ban of(BanDocument document) {
            return new Ban(document.userId(), document.bannedBy(), document.reason(), document.at());
        }
    }
}
