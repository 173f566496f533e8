/** How views follow the log: in order, at least once, from the position that their own store remembers. */
@NullMarked
package io.webchat.projection.consume;

import org.jspecify.annotations.NullMarked;
