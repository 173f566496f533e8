package io.webchat.command.icon;

import io.webchat.domain.structure.Server;
import io.webchat.domain.structure.ServerId;
import io.webchat.log.replica.StructureReplica;
import io.webchat.support.attachment.StoredIcon;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Removes icons that their servers do not show: replaced ones, and those whose command was refused after all, some time
 * later, and those of deleted servers. Of a server that is not known here, as of a log that is not the one it belongs
 * to, nothing is removed. Several instances may sweep at once.
 */
@Component
class IconSweep {
    private static final Logger LOG = LoggerFactory.getLogger(IconSweep.class);

    private final Icons icons;
    private final StructureReplica replica;
    private final IconProperties limits;
    private final Clock clock;

    IconSweep(Icons icons, StructureReplica replica, IconProperties limits, Clock clock) {
        this.icons = icons;
        this.replica = replica;
        this.limits = limits;
        this.clock = clock;
    }

    @Scheduled(initialDelayString = "PT2M", fixedDelayString = "PT10M")
    void sweep() {
        try (var all = icons.storedBefore(clock.instant())) {
            all.filter(this::isOver).forEach(icons::remove);
        } catch (DataAccessException e) {
            LOG.warn("icons that no server shows could not be removed: {}", e.toString());
        }
    }

    private boolean isOver(StoredIcon icon) {
        return replica.server(ServerId.parse(icon.serverId()))
                .filter(server -> server.kind() == Server.Kind.DELETED || isOld(icon) && !shows(server, icon))
                .isPresent();
    }

    private boolean isOld(StoredIcon icon) {
        return icon.uploadedAt().isBefore(clock.instant().minus(limits.keepUnshown()));
    }

    private static boolean shows(Server server, StoredIcon icon) {
        return server.iconId() != null && server.iconId().toString().equals(icon.id());
    }
}
