package io.webchat.client;

import java.time.Instant;

/**
 * Who is logged in, and until when without a refresh. The refresh token is not in here: like a browser, the client
 * keeps it to itself.
 */
public record Session(String accessToken, Instant expiresAt, UserProfile user) {}
