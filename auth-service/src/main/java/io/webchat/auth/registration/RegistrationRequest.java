package io.webchat.auth.registration;

import io.webchat.auth.account.EmailAddress;
import io.webchat.auth.password.Password;
import io.webchat.domain.user.Username;
import io.webchat.support.problem.FieldReader;
import org.jspecify.annotations.Nullable;

/** The body of a registration, not checked yet. */
record RegistrationRequest(
        @Nullable String email,
        @Nullable String username,
        @Nullable String password) {
    /** Throws a problem that names every faulty field. */
    NewAccount validated() {
        var fields = new FieldReader();
        var validEmail = fields.read("email", email, EmailAddress::new);
        var validUsername = fields.read("username", username, Username::new);
        var validPassword = fields.read("password", password, Password::new);
        fields.requireValid();
        return new NewAccount(validEmail.orElseThrow(), validUsername.orElseThrow(), validPassword.orElseThrow());
    }

    /** Without password and address. */
    @Override
    public String toString() {
        return "RegistrationRequest[…]";
    }

    record NewAccount(EmailAddress email, Username username, Password password) {}
}
