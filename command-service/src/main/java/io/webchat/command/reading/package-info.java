/** What people have read, and what they want to hear of: their own marks and wishes, and nobody else's. */
@NullMarked
package io.webchat.command.reading;

import org.jspecify.annotations.NullMarked;
