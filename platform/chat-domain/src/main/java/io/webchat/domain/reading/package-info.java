/** What people have read, and what they want to hear of. Known to nobody but themselves. */
@NullMarked
package io.webchat.domain.reading;

import org.jspecify.annotations.NullMarked;
