/**
 * Where attached files lie, for the service that takes them in and the one that gives them out: one document per
 * attachment, and its bytes in GridFS.
 *
 * <p>A service that uses it makes {@link io.webchat.support.attachment.AttachmentFiles} a bean and has
 * {@code spring-data-mongodb} among its own dependencies.
 */
@NullMarked
package io.webchat.support.attachment;

import org.jspecify.annotations.NullMarked;
