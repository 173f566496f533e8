package io.webchat.auth.session;

import java.time.Instant;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * That a session has ended, for as long as that is of interest to anybody.
 *
 * @param id the session's
 * @param until when an access token of it may be valid
 */
@Document("session_ends")
record SessionEnd(@Id String id, Instant until) {}
