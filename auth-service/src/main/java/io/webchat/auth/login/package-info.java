/** Proving to be the owner of an account. A wrong password and an unknown login look the same, in answer and time. */
@NullMarked
package io.webchat.auth.login;

import org.jspecify.annotations.NullMarked;
