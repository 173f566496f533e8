/** People as others see them. Credentials and e-mail addresses are not part of the domain: they never reach the log. */
@NullMarked
package io.webchat.domain.user;

import org.jspecify.annotations.NullMarked;
