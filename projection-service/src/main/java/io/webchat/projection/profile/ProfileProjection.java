package io.webchat.projection.profile;

import io.webchat.domain.user.UserEvent;
import io.webchat.log.codec.WireCodec;
import io.webchat.projection.consume.Logged;
import io.webchat.projection.consume.Projection;
import io.webchat.projection.consume.View;
import java.util.HashMap;
import java.util.List;
import org.springframework.stereotype.Component;

/** Keeps each user's latest profile; every event carries the whole of it. */
@Component
class ProfileProjection implements Projection<UserEvent> {
    private final ProfileRepository profiles;

    ProfileProjection(ProfileRepository profiles) {
        this.profiles = profiles;
    }

    @Override
    public View view() {
        return ProfileRepository.VIEW;
    }

    @Override
    public WireCodec<UserEvent> codec() {
        return WireCodec.USERS;
    }

    @Override
    public void prepare() {
        profiles.createIndexes();
    }

    @Override
    public void apply(List<Logged<UserEvent>> events) {
        var latest = new HashMap<String, ProfileDocument>();
        for (var logged : events) {
            var profile = ProfileDocument.of(logged.event(), logged.nextOffset());
            latest.put(profile.id(), profile);
        }
        profiles.save(latest.values());
    }
}
