package io.webchat.command.attachment;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/** A channel that files were uploaded to: by these the files of channels that are gone are found. */
@Document("attachment_channels")
record FiledChannel(@Id String channelId, String serverId) {}
