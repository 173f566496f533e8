package io.webchat.domain.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import io.webchat.domain.Rejection;
import io.webchat.domain.Rejection.Reason;
import io.webchat.domain.structure.ChannelEvent;
import io.webchat.domain.structure.ChannelId;
import io.webchat.domain.structure.MemberEvent;
import io.webchat.domain.structure.Permission;
import io.webchat.domain.structure.Permissions;
import io.webchat.domain.structure.RoleEvent;
import io.webchat.domain.structure.RoleId;
import io.webchat.domain.structure.Server;
import io.webchat.domain.structure.ServerEvent;
import io.webchat.domain.structure.ServerId;
import io.webchat.domain.structure.StructureEvent;
import io.webchat.domain.user.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class UploadRulesTest {
    private static final ServerId SERVER = new ServerId(new UUID(1, 1));
    private static final ChannelId CHANNEL = new ChannelId(new UUID(1, 2));
    private static final UserId ADA = new UserId(new UUID(2, 1));
    private static final UserId BEN = new UserId(new UUID(2, 2));
    private static final Instant NOW = Instant.parse("2026-01-31T12:34:56.789Z");

    @Test
    void aMemberMayUpload() {
        assertThat(UploadRules.refusal(server(), CHANNEL, BEN, NOW)).isEmpty();
    }

    @Test
    void whoMayNotSeeTheChannelDoesNotLearnOfIt() {
        assertThat(UploadRules.refusal(null, CHANNEL, BEN, NOW))
                .map(Rejection::reason)
                .contains(Reason.UNKNOWN_CHANNEL);
        assertThat(UploadRules.refusal(server(), CHANNEL, new UserId(new UUID(2, 3)), NOW))
                .map(Rejection::reason)
                .contains(Reason.UNKNOWN_CHANNEL);
    }

    @ParameterizedTest
    @EnumSource(names = {"SEND_MESSAGES", "ATTACH_FILES"})
    void eachPermissionIsNeeded(Permission needed) {
        var everyone = new RoleEvent.Edited(
                SERVER,
                RoleId.everyoneOf(SERVER),
                "everyone",
                null,
                Permissions.BASELINE.minus(Permissions.of(needed)),
                ADA,
                NOW);

        assertThat(UploadRules.refusal(server(everyone), CHANNEL, BEN, NOW))
                .map(Rejection::reason)
                .contains(Reason.MISSING_PERMISSION);
    }

    @Test
    void whoIsTimedOutMayNotUntilItIsOver() {
        var until = NOW.plus(Duration.ofMinutes(5));
        var server = server(new MemberEvent.TimedOut(SERVER, BEN, until, ADA, NOW));

        assertThat(UploadRules.refusal(server, CHANNEL, BEN, NOW))
                .map(Rejection::reason)
                .contains(Reason.TIMED_OUT);
        assertThat(UploadRules.refusal(server, CHANNEL, BEN, until)).isEmpty();
    }

    private static Server server(StructureEvent... more) {
        var history = new ArrayList<StructureEvent>(List.of(
                new ServerEvent.Created(SERVER, "Rocket club", ADA, NOW),
                new MemberEvent.Joined(SERVER, ADA, null, NOW),
                new ChannelEvent.Created(SERVER, CHANNEL, "general", ADA, NOW, null, null, null),
                new MemberEvent.Joined(SERVER, BEN, null, NOW)));
        history.addAll(Arrays.asList(more));
        Server server = null;
        for (var event : history) {
            server = Server.evolve(server, event);
        }
        return server;
    }
}
