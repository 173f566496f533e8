/** How services use Redis, which none of them needs to be right. */
@NullMarked
package io.webchat.support.redis;

import org.jspecify.annotations.NullMarked;
