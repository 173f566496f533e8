/**
 * Runs a stack: starts its processes in order, watches their health, restarts what dies, and stops everything in the
 * reverse order.
 *
 * <p>One supervisor process owns one data directory (a file lock sees to that) and describes itself in
 * {@code run/stack.json} below it; {@code status} and {@code down} read that file and use signals, nothing else. No
 * process outlives the supervisor, however it ends: see {@link io.webchat.standalone.supervisor.Reaper}.
 */
@NullMarked
package io.webchat.standalone.supervisor;

import org.jspecify.annotations.NullMarked;
