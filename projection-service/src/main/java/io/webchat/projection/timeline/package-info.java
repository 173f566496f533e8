/** The messages of a channel, numbered densely in the order of the log. */
@NullMarked
package io.webchat.projection.timeline;

import org.jspecify.annotations.NullMarked;
