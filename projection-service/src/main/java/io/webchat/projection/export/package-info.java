/** Takes the messages of a channel or a server out, for those who may: streamed, page by page, and resumable. */
@NullMarked
package io.webchat.projection.export;

import org.jspecify.annotations.NullMarked;
