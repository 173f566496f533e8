/** Copies of view documents in Redis: they save queries, and nothing depends on them. */
@NullMarked
package io.webchat.projection.cache;

import org.jspecify.annotations.NullMarked;
