/** The pictures of people, given out to whoever is logged in. */
@NullMarked
package io.webchat.projection.avatar;

import org.jspecify.annotations.NullMarked;
