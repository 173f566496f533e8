package io.webchat.projection.icon;

import io.webchat.domain.structure.AttachmentId;
import io.webchat.domain.structure.ServerId;
import io.webchat.projection.access.ReadAccess;
import io.webchat.support.consistency.ConsistencyToken;
import io.webchat.support.token.AuthenticatedUser;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Gives out the icon that a server shows now, to its members. */
@RestController
class IconEndpoint {
    private final ReadAccess access;
    private final Icons icons;

    IconEndpoint(ReadAccess access, Icons icons) {
        this.access = access;
        this.icons = icons;
    }

    @GetMapping("/api/servers/{serverId}/icons/{iconId}")
    ResponseEntity<Resource> downloadServerIcon(
            @PathVariable ServerId serverId,
            @PathVariable AttachmentId iconId,
            AuthenticatedUser user,
            ConsistencyToken caller) {
        return icons.download(access.server(serverId, user, caller).server(), iconId);
    }
}
