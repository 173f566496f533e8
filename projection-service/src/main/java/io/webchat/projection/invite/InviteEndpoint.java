package io.webchat.projection.invite;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.webchat.domain.structure.AttachmentId;
import io.webchat.projection.consume.ViewFreshness;
import io.webchat.projection.icon.Icons;
import io.webchat.projection.server.ServerPreviews;
import io.webchat.support.consistency.ConsistencyToken;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Tells whoever has an invite where it leads, before they sign up. */
@RestController
class InviteEndpoint {
    private final UsableInvites invites;
    private final ServerPreviews servers;
    private final Icons icons;

    InviteEndpoint(UsableInvites invites, ServerPreviews servers, Icons icons) {
        this.invites = invites;
        this.servers = servers;
        this.icons = icons;
    }

    @GetMapping("/api/invites/{code}")
    InvitePreview previewInvite(@PathVariable String code, ConsistencyToken caller) {
        var usable = invites.require(code, caller);
        var server = usable.server();
        var serverId = server.id().toString();
        var preview = servers.find(serverId, caller)
                .orElseThrow(() -> ViewFreshness.behind("The server of the invite is not in the view yet."));
        return new InvitePreview(
                code,
                serverId,
                preview.name(),
                preview.description(),
                server.iconId(),
                server.members().size(),
                usable.invite().expiresAt());
    }

    @GetMapping("/api/invites/{code}/icons/{iconId}")
    ResponseEntity<Resource> downloadInviteIcon(
            @PathVariable String code, @PathVariable AttachmentId iconId, ConsistencyToken caller) {
        return icons.download(invites.require(code, caller).server(), iconId);
    }

    record InvitePreview(
            String code,
            String serverId,
            String serverName,
            String description,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            AttachmentId iconId,

            long memberCount,
            @Nullable Instant expiresAt) {}
}
