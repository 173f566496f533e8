/** Making an account: valid, unique, stored, announced to the log, and logged in. */
@NullMarked
package io.webchat.auth.registration;

import org.jspecify.annotations.NullMarked;
