/** People as others see them. */
@NullMarked
package io.webchat.projection.profile;

import org.jspecify.annotations.NullMarked;
