package io.webchat.command.attachment;

import io.webchat.domain.attachment.Attachment;
import io.webchat.domain.attachment.FileName;
import io.webchat.domain.attachment.UploadRules;
import io.webchat.domain.structure.AttachmentId;
import io.webchat.domain.structure.ChannelId;
import io.webchat.domain.structure.ServerId;
import io.webchat.log.replica.StructureReplica.Snapshot;
import io.webchat.support.consistency.ConsistencyToken;
import io.webchat.support.log.CurrentStructure;
import io.webchat.support.problem.ProblemException;
import io.webchat.support.token.AuthenticatedUser;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Takes a file in: the body is the file, whatever its {@code Content-Type} says. {@code 201} once it is stored;
 * repeating the request under the same id is safe.
 */
@RestController
class UploadEndpoint {
    static final String PATH = "/api/channels/{channelId}/attachments/{attachmentId}";

    private final CurrentStructure structure;
    private final Uploads uploads;
    private final UploadMetrics metrics;
    private final Clock clock;

    UploadEndpoint(CurrentStructure structure, Uploads uploads, UploadMetrics metrics, Clock clock) {
        this.structure = structure;
        this.uploads = uploads;
        this.metrics = metrics;
        this.clock = clock;
    }

    @PutMapping(PATH)
    @ResponseStatus(HttpStatus.CREATED)
    UploadedFile uploadAttachment(
            @PathVariable ChannelId channelId,
            @PathVariable AttachmentId attachmentId,
            @RequestParam String name,
            HttpServletRequest request,
            AuthenticatedUser user,
            ConsistencyToken caller)
            throws IOException {
        try {
            if (attachmentId.value().version() != 7) {
                throw ProblemException.invalid("attachmentId", "must be a UUIDv7");
            }
            var server = authorise(channelId, user, caller);
            var upload =
                    new Upload(server, channelId, attachmentId, user.userId(), new FileName(name), clock.instant());
            var stored = uploads.take(upload, request.getContentLengthLong(), request.getInputStream());
            metrics.taken(stored);
            return UploadedFile.of(stored);
        } catch (ProblemException e) {
            metrics.refused(e.type());
            throw e;
        }
    }

    private ServerId authorise(ChannelId channel, AuthenticatedUser user, ConsistencyToken caller) {
        var server =
                structure.asOf(caller).snapshotOf(channel).map(Snapshot::server).orElse(null);
        UploadRules.refusal(server, channel, user.userId(), clock.instant()).ifPresent(refusal -> {
            throw ProblemException.rejected(refusal);
        });
        return Objects.requireNonNull(server).id();
    }

    record UploadedFile(
            AttachmentId attachmentId,
            String name,
            String contentType,
            long size,
            @Nullable Integer width,
            @Nullable Integer height,
            boolean hasThumbnail) {
        static UploadedFile of(Attachment file) {
            var image = file.image();
            return new UploadedFile(
                    file.id(),
                    file.name().value(),
                    file.contentType(),
                    file.size(),
                    image == null ? null : image.width(),
                    image == null ? null : image.height(),
                    file.hasThumbnail());
        }
    }
}
