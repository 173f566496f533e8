/** Messages: appended at once, in the order of their channel's partition, authorised on the structure replica. */
@NullMarked
package io.webchat.domain.message;

import org.jspecify.annotations.NullMarked;
