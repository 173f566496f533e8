/** Commands about categories. */
@NullMarked
package io.webchat.command.category;

import org.jspecify.annotations.NullMarked;
