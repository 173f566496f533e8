/** The stack under test, and what tests put into it. */
@NullMarked
package io.webchat.system.stack;

import org.jspecify.annotations.NullMarked;
