/** The logins that clients come with, and which of them have ended. */
@NullMarked
package io.webchat.push.login;

import org.jspecify.annotations.NullMarked;
