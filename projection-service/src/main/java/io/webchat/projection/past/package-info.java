/** What channels and memberships were at a moment, and what other views need to say the same of theirs. */
@NullMarked
package io.webchat.projection.past;

import org.jspecify.annotations.NullMarked;
