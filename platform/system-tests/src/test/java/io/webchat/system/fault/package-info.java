/** What happens to messages while processes die. */
@NullMarked
package io.webchat.system.fault;

import org.jspecify.annotations.NullMarked;
