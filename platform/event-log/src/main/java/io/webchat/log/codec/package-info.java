/** Events and commands as bytes and back. Class names never reach the wire; types are named by hand. */
@NullMarked
package io.webchat.log.codec;

import org.jspecify.annotations.NullMarked;
