package io.webchat.auth.password;

import io.webchat.support.problem.FieldReader;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The body of a change of password, not checked yet. */
record PasswordChangeRequest(
        @Nullable String currentPassword, @Nullable String newPassword) {
    /** Throws a problem that names every faulty field. */
    Change validated() {
        var fields = new FieldReader();
        var current = fields.read("currentPassword", currentPassword, Function.identity());
        var next = fields.read("newPassword", newPassword, Password::new);
        fields.requireValid();
        return new Change(current.orElseThrow(), next.orElseThrow());
    }

    /** Without the passwords. */
    @Override
    public String toString() {
        return "PasswordChangeRequest[…]";
    }

    record Change(String current, Password next) {
        /** Without the passwords. */
        @Override
        public String toString() {
            return "Change[…]";
        }
    }
}
