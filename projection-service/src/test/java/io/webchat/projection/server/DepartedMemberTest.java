package io.webchat.projection.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.webchat.domain.structure.ChannelEvent;
import io.webchat.domain.structure.ChannelId;
import io.webchat.domain.structure.MemberEvent;
import io.webchat.domain.structure.Permission;
import io.webchat.domain.structure.Permissions;
import io.webchat.domain.structure.ServerEvent;
import io.webchat.domain.structure.ServerId;
import io.webchat.domain.user.UserId;
import io.webchat.log.Ids;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DepartedMemberTest {
    private static final Instant AT = Instant.parse("2026-02-01T10:00:00.000Z");
    private static final ServerId SERVER = new ServerId(Ids.fresh());
    private static final ChannelId GENERAL = new ChannelId(Ids.fresh());
    private static final ChannelId FUEL = new ChannelId(Ids.fresh());
    private static final UserId ADA = new UserId(Ids.fresh());
    private static final UserId BEN = new UserId(Ids.fresh());
    private static final Permissions VIEW = Permissions.of(Permission.VIEW_CHANNEL);
    private static final Permissions SEND = Permissions.of(Permission.SEND_MESSAGES);

    static Stream<MemberEvent> departures() {
        return Stream.of(
                new MemberEvent.Left(SERVER, BEN, AT),
                new MemberEvent.Kicked(SERVER, BEN, ADA, AT),
                new MemberEvent.Banned(SERVER, BEN, ADA, AT));
    }

    @ParameterizedTest
    @MethodSource("departures")
    void whatChannelsDenyThemStaysAndWhatTheyAllowThemEnds(MemberEvent departure) {
        ServerDocument server = null;
        var position = 0;
        for (var event : List.of(
                new ServerEvent.Created(SERVER, "Rocket club", ADA, AT),
                new ChannelEvent.Created(SERVER, GENERAL, "general", ADA, AT, null, null, null),
                new ChannelEvent.Created(SERVER, FUEL, "fuel", ADA, AT, null, null, null),
                new ChannelEvent.MemberOverridden(SERVER, GENERAL, BEN, VIEW, SEND, ADA, AT),
                new ChannelEvent.MemberOverridden(SERVER, FUEL, BEN, VIEW, Permissions.NONE, ADA, AT),
                departure)) {
            server = ServerDocument.evolve(server, event, position++);
        }

        assertThat(server.channels())
                .extracting(ServerDocument.Channel::overrides)
                .containsExactly(
                        List.of(new ServerDocument.Override(
                                "member", BEN.toString(), List.of(), List.of(Permission.SEND_MESSAGES.slug()))),
                        List.of());
    }
}
