/** What the benchmarks have in common. */
@NullMarked
package io.webchat.benchmark;

import org.jspecify.annotations.NullMarked;
