/** Load at a steady pace, and how long its calls took: what the smoke run and the benchmarks have in common. */
@NullMarked
package io.webchat.client.load;

import org.jspecify.annotations.NullMarked;
