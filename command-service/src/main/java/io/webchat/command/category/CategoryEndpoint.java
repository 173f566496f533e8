package io.webchat.command.category;

import io.webchat.command.structure.Caller;
import io.webchat.command.structure.StructureCommands;
import io.webchat.domain.structure.CategoryCommand;
import io.webchat.domain.structure.CategoryId;
import io.webchat.domain.structure.ChannelName;
import io.webchat.domain.structure.ServerId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Makes, renames, moves and deletes categories. */
@RestController
class CategoryEndpoint {
    private final StructureCommands commands;

    CategoryEndpoint(StructureCommands commands) {
        this.commands = commands;
    }

    @PostMapping("/api/servers/{serverId}/categories")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<CreatedCategory> createCategory(
            @PathVariable ServerId serverId, @Valid @RequestBody CategoryRequest body, Caller caller) {
        var done = commands.execute(
                caller,
                "create-category",
                serverId,
                request -> new CategoryCommand.Create(
                        serverId, new CategoryId(request.made()), body.name(), request.actor(), request.at()));
        return done.created(new CreatedCategory(new CategoryId(done.made())));
    }

    @PutMapping("/api/servers/{serverId}/categories/{categoryId}/name")
    ResponseEntity<Void> renameCategory(
            @PathVariable ServerId serverId,
            @PathVariable CategoryId categoryId,
            @Valid @RequestBody CategoryRequest body,
            Caller caller) {
        return commands.execute(
                        caller,
                        "rename-category",
                        serverId + "/" + categoryId,
                        request -> new CategoryCommand.Rename(
                                serverId, categoryId, body.name(), request.actor(), request.at()))
                .noContent();
    }

    @PutMapping("/api/servers/{serverId}/categories/{categoryId}/place")
    ResponseEntity<Void> moveCategory(
            @PathVariable ServerId serverId,
            @PathVariable CategoryId categoryId,
            @Valid @RequestBody CategoryPlaceRequest body,
            Caller caller) {
        return commands.execute(
                        caller,
                        "move-category",
                        serverId + "/" + categoryId,
                        request -> new CategoryCommand.Move(
                                serverId, categoryId, body.after(), request.actor(), request.at()))
                .noContent();
    }

    @DeleteMapping("/api/servers/{serverId}/categories/{categoryId}")
    ResponseEntity<Void> deleteCategory(
            @PathVariable ServerId serverId, @PathVariable CategoryId categoryId, Caller caller) {
        return commands.execute(
                        caller,
                        "delete-category",
                        serverId + "/" + categoryId,
                        request -> new CategoryCommand.Delete(serverId, categoryId, request.actor(), request.at()))
                .noContent();
    }

    record CategoryRequest(@NotNull ChannelName name) {}

    /** @param after the category to follow; absent to be the first */
    record CategoryPlaceRequest(@Nullable CategoryId after) {}

    record CreatedCategory(CategoryId categoryId) {}
}
