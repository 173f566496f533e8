package io.webchat.command.icon;

import io.webchat.command.structure.Caller;
import io.webchat.command.structure.StructureCommands;
import io.webchat.domain.Decision;
import io.webchat.domain.structure.AttachmentId;
import io.webchat.domain.structure.ServerCommand;
import io.webchat.domain.structure.ServerId;
import io.webchat.domain.structure.StructureDecider;
import io.webchat.support.log.CurrentStructure;
import io.webchat.support.problem.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RestController;

/** Gives a server an icon, made from the image that is the body, whatever its {@code Content-Type} says; takes it. */
@RestController
class IconEndpoint {
    static final String PATH = "/api/servers/{serverId}/icon";

    private final StructureCommands commands;
    private final CurrentStructure structure;
    private final Icons icons;

    IconEndpoint(StructureCommands commands, CurrentStructure structure, Icons icons) {
        this.commands = commands;
        this.structure = structure;
        this.icons = icons;
    }

    @PutMapping(PATH)
    ResponseEntity<ChangedIcon> changeServerIcon(
            @PathVariable ServerId serverId, HttpServletRequest request, Caller caller) {
        var done = commands.execute(caller, "change-icon", serverId, asked -> {
            var icon = new AttachmentId(asked.made());
            var change = new ServerCommand.ChangeIcon(serverId, icon, asked.actor(), asked.at());
            var shown = requirePossible(change, caller);
            store(change, icon, shown, request);
            return change;
        });
        return done.ok(new ChangedIcon(new AttachmentId(done.made())));
    }

    @DeleteMapping(PATH)
    ResponseEntity<Void> removeServerIcon(@PathVariable ServerId serverId, Caller caller) {
        return commands.execute(
                        caller,
                        "remove-icon",
                        serverId,
                        asked -> new ServerCommand.ChangeIcon(serverId, null, asked.actor(), asked.at()))
                .noContent();
    }

    /** Before a byte is read, from whoever the writer would refuse as well. Returns the icon that is shown now. */
    private @Nullable AttachmentId requirePossible(ServerCommand.ChangeIcon change, Caller caller) {
        var server = structure.asOf(caller.seen()).server(change.serverId()).orElse(null);
        if (StructureDecider.decide(server, change) instanceof Decision.Rejected<?>(var rejection)) {
            throw ProblemException.rejected(rejection);
        }
        return server == null ? null : server.iconId();
    }

    private void store(
            ServerCommand.ChangeIcon change,
            AttachmentId icon,
            @Nullable AttachmentId shown,
            HttpServletRequest request) {
        try {
            var image = request.getInputStream().readAllBytes();
            icons.store(change.serverId(), icon, image, change.at(), shown);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    record ChangedIcon(AttachmentId iconId) {}
}
