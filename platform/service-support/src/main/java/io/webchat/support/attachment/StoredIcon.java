package io.webchat.support.attachment;

import java.time.Instant;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * The icon of a server, small enough to be one document: it is there as a whole or not at all, and never changes. Which
 * one a server shows is in the log.
 *
 * @param image encoded, square
 */
@Document("server_icons")
public record StoredIcon(@Id String id, String serverId, String contentType, byte[] image, Instant uploadedAt) {}
