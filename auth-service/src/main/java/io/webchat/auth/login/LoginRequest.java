package io.webchat.auth.login;

import jakarta.validation.constraints.NotNull;

/**
 * The body of a login.
 *
 * @param login an e-mail address or a username
 */
record LoginRequest(
        @NotNull(message = "must be given") String login,
        @NotNull(message = "must be given") String password) {
    /** Without the password and the address. */
    @Override
    public String toString() {
        return "LoginRequest[…]";
    }
}
