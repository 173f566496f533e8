/** Who is there, as push-service keeps it in Redis, for the answers of other views. */
@NullMarked
package io.webchat.projection.presence;

import org.jspecify.annotations.NullMarked;
