/**
 * {@code bench commands}: how quickly a running platform takes structural commands and messages, and how many messages
 * it takes in a second, each beside what bare Kafka does with the same records in the same run.
 *
 * <p>Both sides are called by the same process in turns, so that whatever else the machine does hits both alike. Every
 * latency is counted from the time at which its call was due ({@link io.webchat.client.load.OpenLoop}). The figures
 * include the benchmark's own use of the processors, which it shares with what it measures.
 */
@NullMarked
package io.webchat.benchmark.command;

import org.jspecify.annotations.NullMarked;
