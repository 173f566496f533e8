package io.webchat.projection.profile;

import io.webchat.domain.user.UserEvent;
import io.webchat.projection.store.Positioned;
import io.webchat.projection.store.ViewCollections;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/** One person's public profile. */
@Document(ViewCollections.PROFILES)
record ProfileDocument(@Id String id, String username, String displayName, long position) implements Positioned {
    static ProfileDocument of(UserEvent event, long position) {
        return switch (event) {
            case UserEvent.Registered registered ->
                new ProfileDocument(
                        registered.userId().toString(), registered.username(), registered.displayName(), position);
        };
    }
}
