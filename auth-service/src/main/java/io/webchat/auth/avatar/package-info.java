/**
 * The pictures of people: taken in as any image, kept as two small squares without what the original said beside the
 * picture, under an id that follows from the content. A picture is stored before the profile shows it; what no profile
 * shows, the sweep removes.
 */
@NullMarked
package io.webchat.auth.avatar;

import org.jspecify.annotations.NullMarked;
