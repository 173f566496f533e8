/** Who may read what: decided on the structure replica, the same that the write side decides on. */
@NullMarked
package io.webchat.projection.access;

import org.jspecify.annotations.NullMarked;
