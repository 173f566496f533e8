/** Who may see which event, as of what has been delivered. */
@NullMarked
package io.webchat.push.entitlement;

import org.jspecify.annotations.NullMarked;
