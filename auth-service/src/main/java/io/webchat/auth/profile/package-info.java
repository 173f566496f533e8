/**
 * How people show themselves: their own choice of name, of a line about themselves and of a picture.
 *
 * <p>Guarantees: a change is stored before it is answered, and is announced to the log even if the service dies; a
 * repetition changes nothing and announces nothing.
 */
@NullMarked
package io.webchat.auth.profile;

import org.jspecify.annotations.NullMarked;
