/** What an invite leads to, for whoever has its code. */
@NullMarked
package io.webchat.projection.invite;

import org.jspecify.annotations.NullMarked;
