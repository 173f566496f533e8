package io.webchat.auth.account;

import io.webchat.domain.user.AvatarId;
import io.webchat.domain.user.DisplayName;
import io.webchat.domain.user.StatusText;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is to become of a profile; what is not named stays as it is.
 *
 * @param wanted the fields of the account that are to be otherwise; null for those that are not to be there
 */
public record ProfileChange(Map<String, @Nullable String> wanted) {
    /** Of what is given; an empty status is taken away. */
    public static ProfileChange of(Optional<DisplayName> displayName, Optional<StatusText> statusText) {
        var wanted = new LinkedHashMap<String, @Nullable String>();
        displayName.ifPresent(name -> wanted.put("displayName", name.value()));
        statusText.ifPresent(text -> wanted.put("statusText", text.value().isEmpty() ? null : text.value()));
        return new ProfileChange(wanted);
    }

    /** Another picture, or none. */
    public static ProfileChange of(@Nullable AvatarId avatar) {
        var wanted = new HashMap<String, @Nullable String>();
        wanted.put("avatarId", avatar == null ? null : avatar.value());
        return new ProfileChange(wanted);
    }

    boolean isEmpty() {
        return wanted.isEmpty();
    }
}
