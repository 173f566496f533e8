/** Who did what to whom in a server, when and why: its structure events, numbered densely in the order of the log. */
@NullMarked
package io.webchat.projection.audit;

import org.jspecify.annotations.NullMarked;
