/** The icons of servers, given out to their members. */
@NullMarked
package io.webchat.projection.icon;

import org.jspecify.annotations.NullMarked;
