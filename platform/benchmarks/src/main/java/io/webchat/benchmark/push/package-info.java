/**
 * {@code bench push}: what a connection costs a push-service instance, what a delivery costs it, and how soon messages
 * arrive, each beside what a bare loop of writes, or bare Kafka, does in the same run.
 *
 * <p>The connections are opened from this process, directly to the instance and from several loopback addresses;
 * messages are posted over HTTP through the gateway. Heap and processor time are read from the instance's JVM by
 * attaching to it, so both have to run on one machine, which they share with everything else that runs there.
 */
@NullMarked
package io.webchat.benchmark.push;

import org.jspecify.annotations.NullMarked;
