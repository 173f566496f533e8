package io.webchat.command.attachment;

import io.webchat.domain.structure.ChannelId;
import io.webchat.domain.structure.ServerId;
import io.webchat.log.replica.StructureReplica;
import org.springframework.stereotype.Component;

/**
 * Lets go of the files of channels that are gone, alone or with their servers, and gives their room back. Nobody can
 * reach them any more, so it does not matter when. Of a server that is not known here, as of a log that is not the one
 * the files belong to, nothing is let go of.
 */
@Component
class AbandonedFiles {
    private final AttachmentRepository attachments;
    private final StorageLedger ledger;
    private final StructureReplica replica;

    AbandonedFiles(AttachmentRepository attachments, StorageLedger ledger, StructureReplica replica) {
        this.attachments = attachments;
        this.ledger = ledger;
        this.replica = replica;
    }

    /**
     * Leaves them to {@link Removal}, what no message carries after its time. A channel is looked at again until
     * nothing is left of it: an upload or a message may have been under way while it was deleted.
     */
    void letGo() {
        for (var channel : attachments.filedChannels()) {
            if (isGone(channel)) {
                var left = attachments.in(channel);
                left.stream()
                        .filter(attachment -> attachment.messageId() != null)
                        .forEach(attachment -> ledger.detached(Hold.of(attachment, Hold.DISCARDED), attachment.size()));
                if (left.isEmpty()) {
                    attachments.forget(channel);
                }
            }
        }
    }

    private boolean isGone(FiledChannel channel) {
        return replica.server(ServerId.parse(channel.serverId()))
                .filter(server -> !server.channels().containsKey(ChannelId.parse(channel.channelId())))
                .isPresent();
    }
}
