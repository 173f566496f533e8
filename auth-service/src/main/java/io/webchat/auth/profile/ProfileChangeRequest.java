package io.webchat.auth.profile;

import io.webchat.auth.account.ProfileChange;
import io.webchat.domain.user.DisplayName;
import io.webchat.domain.user.StatusText;
import io.webchat.support.problem.FieldReader;
import org.jspecify.annotations.Nullable;

/** The body of a change of one's profile, not checked yet; what is left out stays as it is. */
record ProfileChangeRequest(
        @Nullable String displayName, @Nullable String statusText) {
    /** Throws a problem that names every faulty field. */
    ProfileChange validated() {
        var fields = new FieldReader();
        var name = fields.readIfGiven("displayName", displayName, DisplayName::new);
        var status = fields.readIfGiven("statusText", statusText, StatusText::new);
        fields.requireValid();
        return ProfileChange.of(name, status);
    }
}
