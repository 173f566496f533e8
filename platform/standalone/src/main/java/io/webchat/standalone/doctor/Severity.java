package io.webchat.standalone.doctor;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** From the worst to the best. */
public enum Severity {
    /** People or data are in danger. */
    CRITICAL,
    WARNING,
    /** Could not be seen from here. */
    NOT_CHECKED,
    FINE;

    /** As people and scripts read it: {@code not-checked}. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
