package io.webchat.command.structure;

import io.webchat.command.idempotency.IdempotencyKey;
import io.webchat.domain.user.UserId;
import io.webchat.support.consistency.ConsistencyToken;

/**
 * Who sends a structural command, and what every one of them carries. Handed to a controller that asks for one.
 *
 * @param key names this command among those of the user, so that it can be repeated
 * @param seen what the caller has seen already
 */
public record Caller(UserId userId, IdempotencyKey key, ConsistencyToken seen) {}
