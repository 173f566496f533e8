package io.webchat.projection.profile;

import io.webchat.domain.user.UserEvent;
import io.webchat.projection.store.Positioned;
import io.webchat.projection.store.ViewCollections;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * One person's public profile.
 *
 * @param usernameKey the form in which usernames are compared; absent from documents that are older than the field
 * @param statusText what they say about themselves; absent for nothing
 * @param avatarId their picture; absent for none
 * @param revision how often the profile was changed; absent for never
 */
@Document(ViewCollections.PROFILES)
record ProfileDocument(
        @Id String id,
        String username,
        @Nullable String usernameKey,
        String displayName,
        @Nullable String statusText,
        @Nullable String avatarId,
        @Nullable Integer revision,
        long position)
        implements Positioned {
    static ProfileDocument of(UserEvent event, long position) {
        return switch (event) {
            case UserEvent.Registered registered ->
                new ProfileDocument(
                        registered.userId().toString(),
                        registered.username(),
                        keyOf(registered.username()),
                        registered.displayName(),
                        null,
                        null,
                        null,
                        position);
            case UserEvent.ProfileChanged changed ->
                new ProfileDocument(
                        changed.userId().toString(),
                        changed.username(),
                        keyOf(changed.username()),
                        changed.displayName(),
                        changed.statusText(),
                        changed.avatarId() == null ? null : changed.avatarId().value(),
                        changed.revision(),
                        position);
        };
    }

    Profile profile() {
        return new Profile(id, username, displayName, statusText, avatarId, revision == null ? 0 : revision);
    }

    static String keyOf(String username) {
        return username.toLowerCase(Locale.ROOT);
    }
}
