/**
 * The icons of servers: taken in as any image, kept as a small square. An icon is stored before the command that shows
 * it is decided, under the id that the command has drawn; what no server shows in the end, the sweep removes.
 */
@NullMarked
package io.webchat.command.icon;

import org.jspecify.annotations.NullMarked;
