package io.webchat.auth.account;

import io.webchat.domain.user.DisplayName;
import io.webchat.domain.user.StatusText;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is to become of a profile; what is absent stays as it is, an empty text is taken away. */
public record ProfileChange(Optional<DisplayName> displayName, Optional<StatusText> statusText) {
    boolean isEmpty() {
        return displayName.isEmpty() && statusText.isEmpty();
    }

    /** The fields of the account that are to be otherwise; null for those that are not to be there. */
    Map<String, @Nullable String> wanted() {
        var wanted = new LinkedHashMap<String, @Nullable String>();
        displayName.ifPresent(name -> wanted.put("displayName", name.value()));
        statusText.ifPresent(text -> wanted.put("statusText", text.value().isEmpty() ? null : text.value()));
        return wanted;
    }
}
