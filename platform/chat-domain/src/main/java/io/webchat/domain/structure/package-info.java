/**
 * Servers with their channels, members and invites: everything that decides who may do what where.
 *
 * <p>One {@link io.webchat.domain.structure.Server} is one aggregate, and one partition of {@code webchat.structure}
 * holds all of its events in the order in which they were decided. One writer per server decides, so its invariants
 * hold under any concurrency.
 */
@NullMarked
package io.webchat.domain.structure;

import org.jspecify.annotations.NullMarked;
