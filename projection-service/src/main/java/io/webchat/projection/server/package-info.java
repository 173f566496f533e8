/** Servers with their channels, and which of them somebody is a member of. */
@NullMarked
package io.webchat.projection.server;

import org.jspecify.annotations.NullMarked;
