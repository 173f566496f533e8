/**
 * Builds views anew beside those that are read, compares the two, and switches over without an error that a reader
 * sees.
 */
@NullMarked
package io.webchat.projection.rebuild;

import org.jspecify.annotations.NullMarked;
