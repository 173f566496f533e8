package io.webchat.standalone.doctor;

import org.jspecify.annotations.Nullable;

/**
 * What one look has found.
 *
 * @param check what was looked at, such as {@code secrets}
 * @param message what is so; never a secret
 * @param advice what to do about it; null if there is nothing to do
 * @param section of the documents where more is said
 */
public record Finding(
        String check,
        Severity severity,
        String message,
        @Nullable String advice,
        @Nullable String section) {
    static Finding fine(String check, String message) {
        return new Finding(check, Severity.FINE, message, null, null);
    }

    static Finding notChecked(String check, String reason) {
        return new Finding(check, Severity.NOT_CHECKED, reason, null, null);
    }

    static Finding warning(String check, String message, String advice, Section section) {
        return new Finding(check, Severity.WARNING, message, advice, section.link());
    }

    static Finding critical(String check, String message, String advice, Section section) {
        return new Finding(check, Severity.CRITICAL, message, advice, section.link());
    }
}
