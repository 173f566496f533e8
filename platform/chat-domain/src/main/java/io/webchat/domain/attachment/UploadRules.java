package io.webchat.domain.attachment;

import io.webchat.domain.Rejection;
import io.webchat.domain.Rejection.Reason;
import io.webchat.domain.structure.ChannelId;
import io.webchat.domain.structure.Permission;
import io.webchat.domain.structure.Server;
import io.webchat.domain.user.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who may upload files: whoever could send them in a message at that moment. */
public final class UploadRules {
    private UploadRules() {}

    /**
     * Why somebody may not upload a file to a channel; empty if they may.
     *
     * @param server the state of the channel's server; null if there is no such channel
     */
    public static Optional<Rejection> refusal(@Nullable Server server, ChannelId channel, UserId uploader, Instant at) {
        if (server == null || !server.maySee(channel, uploader)) {
            return Optional.of(Rejection.UNKNOWN_CHANNEL);
        }
        var permissions = server.permissionsIn(channel, uploader);
        for (var needed : List.of(Permission.SEND_MESSAGES, Permission.ATTACH_FILES)) {
            if (!permissions.contains(needed)) {
                return refuse(
                        Reason.MISSING_PERMISSION,
                        "This needs the permission \"" + needed.slug() + "\" in the channel, which you lack.");
            }
        }
        if (server.isSilent(uploader, at)) {
            return Optional.of(Rejection.timedOut(server.timedOutUntil(uploader, at)));
        }
        return Optional.empty();
    }

    private static Optional<Rejection> refuse(Reason reason, String detail) {
        return Optional.of(new Rejection(reason, detail));
    }
}
