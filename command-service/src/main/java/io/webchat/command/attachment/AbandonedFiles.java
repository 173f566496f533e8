package io.webchat.command.attachment;

import io.webchat.domain.structure.ChannelId;
import io.webchat.domain.structure.ServerId;
import io.webchat.log.replica.StructureReplica;
import io.webchat.support.attachment.StoredAttachment;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Finds the files of channels that are gone, alone or with their servers. Nobody can reach them any more, so it does
 * not matter when they go. Of a server that is not known here, as of a log that is not the one the files belong to,
 * nothing is found.
 */
@Component
class AbandonedFiles {
    private final AttachmentRepository attachments;
    private final StructureReplica replica;

    AbandonedFiles(AttachmentRepository attachments, StructureReplica replica) {
        this.attachments = attachments;
        this.replica = replica;
    }

    /** The channels that are gone, and of which something may be left. */
    List<FiledChannel> channels() {
        return attachments.filedChannels().stream().filter(this::isGone).toList();
    }

    /** Some files of a channel that messages carried, at most so many. What no message carries goes after its time. */
    List<StoredAttachment> some(FiledChannel channel, int limit) {
        return attachments.boundIn(channel, limit);
    }

    /**
     * Looks at a channel no more if nothing is left of it; until then an upload or a message may have been under way
     * while it was deleted.
     */
    void forgetIfEmpty(FiledChannel channel) {
        if (!attachments.existIn(channel)) {
            attachments.forget(channel);
        }
    }

    private boolean isGone(FiledChannel channel) {
        return replica.server(ServerId.parse(channel.serverId()))
                .filter(server -> !server.channels().containsKey(ChannelId.parse(channel.channelId())))
                .isPresent();
    }
}
