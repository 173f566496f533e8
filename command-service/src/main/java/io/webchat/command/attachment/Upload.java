package io.webchat.command.attachment;

import io.webchat.domain.attachment.FileName;
import io.webchat.domain.structure.AttachmentId;
import io.webchat.domain.structure.ChannelId;
import io.webchat.domain.structure.ServerId;
import io.webchat.domain.user.UserId;
import java.time.Instant;

/** What somebody wants to upload, but for its bytes. */
record Upload(ServerId server, ChannelId channel, AttachmentId id, UserId user, FileName name, Instant at) {}
