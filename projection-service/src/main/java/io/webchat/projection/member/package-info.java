/** Who is a member of a server. */
@NullMarked
package io.webchat.projection.member;

import org.jspecify.annotations.NullMarked;
