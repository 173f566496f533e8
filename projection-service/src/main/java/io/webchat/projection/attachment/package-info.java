/**
 * Giving attached files out, to whoever may read their channel at that moment.
 *
 * <p>This is no view: the files and their documents are written by command-service, are in no log and cannot be rebuilt
 * from one. Here they are only read.
 */
@NullMarked
package io.webchat.projection.attachment;

import org.jspecify.annotations.NullMarked;
