package io.webchat.auth.account;

import io.webchat.domain.Text;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Pattern;
import java.util.Locale;

/**
 * An e-mail address with a domain of at least two labels, at most 254 characters (the limit of SMTP paths, RFC 5321).
 * Kept as written; compared without regard to case.
 */
public record EmailAddress(String value) {
    private static final int MAX_LENGTH = 254;
    private static final Validator VALIDATOR =
            Validation.buildDefaultValidatorFactory().getValidator();

    public EmailAddress {
        value = value.strip();
        Text.requireCharacters(value);
        if (value.length() > MAX_LENGTH
                || !VALIDATOR.validateValue(Form.class, "value", value).isEmpty()) {
            throw new IllegalArgumentException("must be an e-mail address such as alice@example.org");
        }
    }

    /** The form in which addresses are compared and kept unique. */
    public String key() {
        return keyOf(value);
    }

    /** The key of a text that may or may not be an address. */
    public static String keyOf(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }

    /** Without the address, which must not reach a log file. */
    @Override
    public String toString() {
        return "EmailAddress[…]";
    }

    private record Form(
            @Email @Pattern(regexp = ".+@[^@.]+(\\.[^@.]+)+")
            String value) {}
}
