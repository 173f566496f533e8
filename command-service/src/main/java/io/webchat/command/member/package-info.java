/** Commands about memberships. */
@NullMarked
package io.webchat.command.member;

import org.jspecify.annotations.NullMarked;
