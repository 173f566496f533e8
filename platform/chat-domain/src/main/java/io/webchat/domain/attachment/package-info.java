/**
 * Files that people attach to messages, as everything but their bytes: the bytes live in the file store, never in the
 * log.
 */
@NullMarked
package io.webchat.domain.attachment;

import org.jspecify.annotations.NullMarked;
