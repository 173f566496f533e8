package io.webchat.projection.profile;

import io.webchat.domain.user.AvatarId;
import io.webchat.domain.user.UserEvent;
import io.webchat.domain.user.UserId;
import io.webchat.log.Ids;
import io.webchat.projection.consume.Projection;
import io.webchat.projection.laws.ViewLaws;
import java.time.Instant;
import java.util.List;
import org.springframework.data.mongodb.core.MongoTemplate;

class ProfileLawsTest extends ViewLaws<UserEvent> {
    private static final AvatarId AVATAR = new AvatarId("9f86d081884c7d659a2feaa0c55ad015");
    private static final Instant AT = Instant.parse("2026-01-31T12:34:56.789Z");

    @Override
    protected Projection<UserEvent> projection(MongoTemplate store) {
        return new ProfileProjection(new ProfileRepository(store));
    }

    @Override
    protected List<UserEvent> history() {
        var ada = new UserId(Ids.fresh());
        var ben = new UserId(Ids.fresh());
        return List.of(
                new UserEvent.Registered(ada, "ada", "Ada", AT),
                new UserEvent.Registered(ben, "ben", "Ben", AT),
                new UserEvent.Registered(ada, "ada", "Ada", AT),
                new UserEvent.ProfileChanged(ada, "ada", "Countess Lovelace", "at tea", AVATAR, 1, AT),
                new UserEvent.Registered(new UserId(Ids.fresh()), "cem", "Cem", AT),
                new UserEvent.ProfileChanged(ben, "ben", "Benjamin", null, AVATAR, 1, AT),
                new UserEvent.ProfileChanged(ada, "ada", "Ada Lovelace", null, null, 2, AT));
    }
}
