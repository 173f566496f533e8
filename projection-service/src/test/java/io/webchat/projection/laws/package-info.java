/** The laws that every view obeys. */
@NullMarked
package io.webchat.projection.laws;

import org.jspecify.annotations.NullMarked;
