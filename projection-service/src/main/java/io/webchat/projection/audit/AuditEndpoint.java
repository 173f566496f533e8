package io.webchat.projection.audit;

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
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Answers with a page of a server's audit log, newest first, to those who may read it. */
@RestController
class AuditEndpoint {
    private final AuditRepository repository;
    private final Profiles profiles;
    private final ReadAccess access;
    private final ViewFreshness freshness;
    private final JsonMapper json;

    AuditEndpoint(
            AuditRepository repository,
            Profiles profiles,
            ReadAccess access,
            ViewFreshness freshness,
            JsonMapper json) {
        this.repository = repository;
        this.profiles = profiles;
        this.access = access;
        this.freshness = freshness;
        this.json = json;
    }

    @GetMapping("/api/servers/{serverId}/audit-log")
    AuditPage listAuditLog(
            @PathVariable ServerId serverId,
            @RequestParam(required = false) @Min(1) @Nullable Long before,
            @RequestParam(defaultValue = "50") @Min(1) @Max(100) int limit,
            @RequestParam(required = false) @Nullable UserId actor,
            @RequestParam(required = false) @Nullable String type,
            AuthenticatedUser user,
            ConsistencyToken caller) {
        var server =
                access.server(serverId, Permission.VIEW_AUDIT_LOG, user, caller).server();
        freshness.await(AuditRepository.VIEW, Partitioning.partitionOf(serverId.value()), caller);
        var head = repository.head(serverId.toString());
        var last = before == null ? head : Math.min(head, before - 1);
        var page = actor == null && type == null
                ? page(serverId.toString(), last, limit)
                : search(serverId.toString(), last, actor == null ? null : actor.toString(), type, limit);
        return answer(page, new AuditReader(server, user.userId(), json), caller);
    }

    private record Page(
            List<AuditEntryDocument> documents, @Nullable Long next) {}

    private Page page(String server, long last, int limit) {
        var first = Math.max(1, last - limit + 1);
        return new Page(repository.page(server, first, last), first > 1 ? first : null);
    }

    private Page search(String server, long last, @Nullable String actor, @Nullable String type, int limit) {
        var paged = Paged.of(repository.search(server, last, actor, type, limit + 1), limit);
        return new Page(paged.shown(), paged.next(AuditEntryDocument::number));
    }

    private AuditPage answer(Page page, AuditReader reader, ConsistencyToken caller) {
        var reasons = repository.reasons(page.documents().stream()
                .map(AuditEndpoint::reasonId)
                .flatMap(Stream::ofNullable)
                .collect(Collectors.toSet()));
        var entries = page.documents().stream()
                .map(entry -> AuditEntry.of(entry, reader.dataOf(entry), reasons.get(reasonId(entry))))
                .toList();
        var people = entries.stream()
                .flatMap(entry -> Stream.concat(Stream.of(entry.actorId()), Stream.ofNullable(entry.userId())))
                .collect(Collectors.toSet());
        return new AuditPage(entries, profiles.find(people, caller), page.next());
    }

    private static @Nullable String reasonId(AuditEntryDocument entry) {
        return entry.commandId() == null ? null : AuditReason.id(entry.serverId(), entry.commandId());
    }

    record AuditPage(
            List<AuditEntry> entries,
            Map<String, Profile> people,

            @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable
            Long next) {}

    /** @param data what the event says; absent if it is not for this reader */
    record AuditEntry(
            long number,
            String type,
            String actorId,
            @Nullable String userId,
            Instant at,
            @Nullable String reason,
            @Nullable ObjectNode data) {
        static AuditEntry of(AuditEntryDocument entry, @Nullable ObjectNode data, @Nullable String reason) {
            return new AuditEntry(
                    entry.number(), entry.type(), entry.actorId(), entry.userId(), entry.at(), reason, data);
        }
    }
}
