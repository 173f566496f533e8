/** What somebody has not read: their marks, their wishes, and what follows from both and the timelines. */
@NullMarked
package io.webchat.projection.unread;

import org.jspecify.annotations.NullMarked;
