/**
 * {@code bench replay}: how quickly a running platform builds the timelines anew from the log, beside how quickly the
 * log can be consumed and documents can be written in bulk with nothing around them, in the same run and in turns.
 *
 * <p>A generation is built beside the one that is read, as {@code rebuild} does, and given up. The platform goes on
 * with everything else meanwhile, and shares its processors with it and with the benchmark.
 */
@NullMarked
package io.webchat.benchmark.replay;

import org.jspecify.annotations.NullMarked;
