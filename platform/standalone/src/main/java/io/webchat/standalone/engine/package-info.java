/**
 * The engines of the embedded default: a real Kafka broker, a real Redis server and a MongoDB-compatible store, each
 * started by one call and closed by {@code close()}.
 *
 * <p>All of them listen on the loopback address only, keep their data below one directory and find it again when they
 * are started on it once more. Several of each can live in one JVM. What they do not give: replication, authentication,
 * and safety of the last moments against a power cut (Kafka leaves flushing to the operating system, the store and
 * Redis write behind by up to a second).
 */
@NullMarked
package io.webchat.standalone.engine;

import org.jspecify.annotations.NullMarked;
