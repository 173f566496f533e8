/**
 * {@code bench reads}: how quickly a running platform answers what people read, alone and with fifty of them at once,
 * over a corpus that it has just taken in, each beside what the bare store does with as many documents in the same run.
 *
 * <p>Readers ask again as soon as they have been answered, so that fifty of them show what the platform is capable of
 * as well as how long each waits. A server with its channels and the newest page of a channel are read through a cache,
 * and once more so that no cache helps; the other answers come from the store every time.
 */
@NullMarked
package io.webchat.benchmark.read;

import org.jspecify.annotations.NullMarked;
