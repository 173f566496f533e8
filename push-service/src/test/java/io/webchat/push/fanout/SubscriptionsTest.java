package io.webchat.push.fanout;

import static org.assertj.core.api.Assertions.assertThat;

import io.webchat.domain.structure.ChannelEvent;
import io.webchat.domain.structure.ChannelId;
import io.webchat.domain.structure.MemberEvent;
import io.webchat.domain.structure.Permission;
import io.webchat.domain.structure.Permissions;
import io.webchat.domain.structure.Server;
import io.webchat.domain.structure.ServerEvent;
import io.webchat.domain.structure.ServerId;
import io.webchat.domain.structure.StructureEvent;
import io.webchat.domain.user.UserId;
import io.webchat.log.Ids;
import io.webchat.push.entitlement.Audience;
import io.webchat.push.entitlement.Entitlements;
import io.webchat.push.protocol.Frame;
import io.webchat.push.protocol.Positions;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SubscriptionsTest {
    private static final Instant NOW = Instant.EPOCH;
    private static final ServerId SERVER = new ServerId(Ids.fresh());
    private static final ChannelId CHANNEL = new ChannelId(Ids.fresh());
    private static final Audience AUDIENCE = Audience.of(CHANNEL);
    private static final UserId ADA = new UserId(Ids.fresh());
    private static final UserId BEN = new UserId(Ids.fresh());

    private final Entitlements entitlements = new Entitlements(user -> Set.of(SERVER));
    private final Subscriptions subscriptions = new Subscriptions(entitlements);
    private final Client ada = new Client(ADA);
    private final Client ben = new Client(BEN);
    private Server server = Server.evolve(null, new ServerEvent.Created(SERVER, "Chess", ADA, NOW));

    @BeforeEach
    void twoMembersFollow() {
        happened(new MemberEvent.Joined(SERVER, ADA, null, NOW));
        happened(new MemberEvent.Joined(SERVER, BEN, null, NOW));
        happened(new ChannelEvent.Created(SERVER, CHANNEL, "openings", ADA, NOW, null, null, null));
        subscriptions.add(ada, List.of(SERVER));
        subscriptions.add(ben, List.of(SERVER));
        assertThat(subscriptions.of(SERVER, AUDIENCE)).containsExactly(ada, ben);
    }

    @Test
    void whoMayNotSeeTheChannelAnyMoreIsNotAmongItsAudience() {
        happened(new ChannelEvent.MemberOverridden(
                SERVER, CHANNEL, BEN, Permissions.NONE, Permissions.of(Permission.VIEW_CHANNEL), ADA, NOW));

        assertThat(subscriptions.of(SERVER, AUDIENCE)).containsExactly(ada);
        assertThat(subscriptions.of(SERVER, Audience.MEMBERS)).containsExactly(ada, ben);

        happened(new ChannelEvent.MemberOverridden(SERVER, CHANNEL, BEN, Permissions.NONE, Permissions.NONE, ADA, NOW));
        assertThat(subscriptions.of(SERVER, AUDIENCE)).containsExactly(ada, ben);
    }

    @Test
    void whoComesIsAmongTheAudienceAndWhoGoesIsNot() {
        var phone = new Client(ADA);
        subscriptions.add(phone, List.of(SERVER));
        assertThat(subscriptions.of(SERVER, AUDIENCE)).containsExactly(ada, ben, phone);

        subscriptions.remove(ada);
        assertThat(subscriptions.of(SERVER, AUDIENCE)).containsExactly(ben, phone);

        subscriptions.unfollow(ben, SERVER);
        assertThat(subscriptions.of(SERVER, AUDIENCE)).containsExactly(phone);

        subscriptions.remove(phone);
        assertThat(subscriptions.of(SERVER, AUDIENCE)).isEmpty();
    }

    private void happened(StructureEvent event) {
        server = Server.evolve(server, event);
        entitlements.become(server);
        subscriptions.changed(SERVER);
    }

    private record Client(UserId user, Object device) implements Subscriber {
        Client(UserId user) {
            this(user, new Object());
        }

        @Override
        public ChannelDigest digest() {
            return new ChannelDigest(user, Set.of());
        }

        @Override
        public void ready(Positions from) {}

        @Override
        public void caughtUp(Positions positions, List<ServerId> servers) {}

        @Override
        public void deliver(Frame event) {}

        @Override
        public void unsubscribed(ServerId from) {}

        @Override
        public void news(ChannelNews news) {}

        @Override
        public void watching(Set<ChannelId> channels, Positions covered) {}

        @Override
        public void subscribed(ServerId to, Positions covered) {}
    }
}
