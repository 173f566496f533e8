package io.webchat.auth.login;

import jakarta.validation.constraints.NotNull;

/**
 * The body of a login.
 *
 * @param login an e-mail address or a username
 */
record LoginRequest(@NotNull String login, @NotNull String password) {
    /** Without the password and the address. */
    @Override
    public String toString() {
        return "LoginRequest[…]";
    }
}
