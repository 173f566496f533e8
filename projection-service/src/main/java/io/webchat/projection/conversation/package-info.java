/** The direct conversations that somebody takes part in. */
@NullMarked
package io.webchat.projection.conversation;

import org.jspecify.annotations.NullMarked;
