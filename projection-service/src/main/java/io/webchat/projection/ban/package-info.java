/** Who is banned from a server. */
@NullMarked
package io.webchat.projection.ban;

import org.jspecify.annotations.NullMarked;
