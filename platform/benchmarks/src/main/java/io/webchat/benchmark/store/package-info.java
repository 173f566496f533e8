/** The store that the platform's views are in, with nothing around it. */
@NullMarked
package io.webchat.benchmark.store;

import org.jspecify.annotations.NullMarked;
