/** The records that views could not apply: listed, shown, and applied once more when their cause is mended. */
@NullMarked
package io.webchat.projection.deadletter;

import org.jspecify.annotations.NullMarked;
