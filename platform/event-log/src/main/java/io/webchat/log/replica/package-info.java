/** In-memory views that every instance keeps of a whole topic, and how far behind the log they are. */
@NullMarked
package io.webchat.log.replica;

import org.jspecify.annotations.NullMarked;
