package io.webchat.command.channel;

import io.webchat.command.structure.Caller;
import io.webchat.command.structure.ChannelLookup;
import io.webchat.command.structure.StructureCommands;
import io.webchat.domain.structure.CategoryId;
import io.webchat.domain.structure.ChannelCommand;
import io.webchat.domain.structure.ChannelId;
import io.webchat.domain.structure.ChannelName;
import io.webchat.domain.structure.ChannelTopic;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Renames, describes, moves, slows and deletes channels. */
@RestController
class EditChannelEndpoint {
    private final StructureCommands commands;
    private final ChannelLookup channels;

    EditChannelEndpoint(StructureCommands commands, ChannelLookup channels) {
        this.commands = commands;
        this.channels = channels;
    }

    @PutMapping("/api/channels/{channelId}/name")
    ResponseEntity<Void> renameChannel(
            @PathVariable ChannelId channelId, @Valid @RequestBody RenameChannelRequest body, Caller caller) {
        return commands.execute(
                        caller,
                        "rename-channel",
                        channelId,
                        request -> new ChannelCommand.Rename(
                                channels.serverOf(channelId, caller),
                                channelId,
                                body.name(),
                                request.actor(),
                                request.at()))
                .noContent();
    }

    @PutMapping("/api/channels/{channelId}/topic")
    ResponseEntity<Void> changeTopic(
            @PathVariable ChannelId channelId, @Valid @RequestBody ChannelTopicRequest body, Caller caller) {
        return commands.execute(
                        caller,
                        "change-topic",
                        channelId,
                        request -> new ChannelCommand.ChangeTopic(
                                channels.serverOf(channelId, caller),
                                channelId,
                                body.topic(),
                                request.actor(),
                                request.at()))
                .noContent();
    }

    @PutMapping("/api/channels/{channelId}/place")
    ResponseEntity<Void> moveChannel(
            @PathVariable ChannelId channelId, @Valid @RequestBody ChannelPlaceRequest body, Caller caller) {
        return commands.execute(
                        caller,
                        "move-channel",
                        channelId,
                        request -> new ChannelCommand.Move(
                                channels.serverOf(channelId, caller),
                                channelId,
                                body.categoryId(),
                                body.after(),
                                request.actor(),
                                request.at()))
                .noContent();
    }

    @PutMapping("/api/channels/{channelId}/slow-mode")
    ResponseEntity<Void> changeSlowMode(
            @PathVariable ChannelId channelId, @Valid @RequestBody SlowModeRequest body, Caller caller) {
        return commands.execute(
                        caller,
                        "change-slow-mode",
                        channelId,
                        request -> new ChannelCommand.ChangeSlowMode(
                                channels.serverOf(channelId, caller),
                                channelId,
                                body.seconds(),
                                request.actor(),
                                request.at()))
                .noContent();
    }

    @DeleteMapping("/api/channels/{channelId}")
    ResponseEntity<Void> deleteChannel(@PathVariable ChannelId channelId, Caller caller) {
        return commands.execute(
                        caller,
                        "delete-channel",
                        channelId,
                        request -> new ChannelCommand.Delete(
                                channels.serverOf(channelId, caller), channelId, request.actor(), request.at()))
                .noContent();
    }

    record RenameChannelRequest(@NotNull ChannelName name) {}

    record ChannelTopicRequest(@NotNull ChannelTopic topic) {}

    /**
     * @param categoryId absent for above all categories
     * @param after the channel there to follow; absent to be the first
     */
    record ChannelPlaceRequest(
            @Nullable CategoryId categoryId, @Nullable ChannelId after) {}

    /** @param seconds between two messages of a member; 0 for none */
    record SlowModeRequest(@NotNull @Min(0) @Max(21_600) Integer seconds) {}
}
