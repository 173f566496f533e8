package io.webchat.command.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.webchat.domain.message.MessageCommand;
import io.webchat.domain.message.MessageId;
import io.webchat.domain.structure.ChannelEvent;
import io.webchat.domain.structure.ChannelId;
import io.webchat.domain.structure.MemberEvent;
import io.webchat.domain.structure.Server;
import io.webchat.domain.structure.ServerEvent;
import io.webchat.domain.structure.ServerId;
import io.webchat.domain.structure.StructureEvent;
import io.webchat.domain.user.UserId;
import io.webchat.log.Ids;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SlowModeTest {
    private static final Instant NOON = Instant.parse("2026-01-31T12:00:00Z");
    private static final ServerId SERVER = new ServerId(Ids.fresh());
    private static final ChannelId CHANNEL = new ChannelId(Ids.fresh());
    private static final UserId OWNER = new UserId(Ids.fresh());
    private static final UserId BEN = new UserId(Ids.fresh());
    private static final Server SLOW = server();

    private final FakeCooldowns cooldowns = new FakeCooldowns();
    private final SlowMode slowMode = new SlowMode(channel -> Optional.of(SLOW), cooldowns);

    @Test
    void anAuthorWaitsSinceTheirLastMessage() {
        assertThat(accepts(post(0))).isTrue();
        var early = slowMode.decide(SLOW, post(59));
        assertThat(early.isAccepted()).isFalse();
        assertThat(early.remaining()).isEqualTo(Duration.ofSeconds(1));
        assertThat(accepts(post(60))).isTrue();
        assertThat(accepts(post(119))).isFalse();
    }

    @Test
    void whatIsReadFromTheLogCountsAndOnlyForward() {
        slowMode.posted(CHANNEL, BEN, NOON.plusSeconds(30));
        slowMode.posted(CHANNEL, BEN, NOON);
        assertThat(accepts(post(89))).isFalse();
        assertThat(accepts(post(90))).isTrue();
    }

    @Test
    void aMessageThatDidNotGetIntoTheLogLeavesTheOneBefore() {
        assertThat(accepts(post(0))).isTrue();
        var lost = post(60);
        assertThat(accepts(lost)).isTrue();
        slowMode.withdraw(SLOW, lost);

        assertThat(accepts(post(59))).as("the first one still counts").isFalse();
        assertThat(accepts(post(61))).isTrue();
    }

    @Test
    void aMessageThatIsReadFromTheLogAfterAllIsNotWithdrawn() {
        var late = post(60);
        assertThat(accepts(late)).isTrue();
        slowMode.withdraw(SLOW, late);
        slowMode.posted(CHANNEL, BEN, late.at());

        assertThat(accepts(post(119))).isFalse();
    }

    @Test
    void whatAnotherInstanceHasTakenThisMomentCountsAndIsNotTakenForAPostHere() {
        cooldowns.other = NOON.minusSeconds(20);
        var refused = slowMode.decide(SLOW, post(0));
        assertThat(refused.isAccepted()).isFalse();
        assertThat(refused.remaining()).isEqualTo(Duration.ofSeconds(40));

        cooldowns.other = null;
        assertThat(accepts(post(1)))
                .as("the other one did not get into the log")
                .isTrue();
    }

    @Test
    void whoIsRefusedHereDoesNotAskWhatOthersTook() {
        var first = post(0);
        assertThat(accepts(first)).isTrue();
        assertThat(accepts(post(1))).isFalse();

        assertThat(cooldowns.begun).containsExactly(first);
    }

    @Test
    void whoLooksAfterTheChannelWaitsForNobody() {
        cooldowns.other = NOON;
        assertThat(accepts(post(OWNER, 1))).isTrue();
        assertThat(accepts(post(OWNER, 2))).isTrue();
    }

    @Test
    void whatDidNotGetIntoTheLogEndsItsCooldown() {
        var lost = post(0);
        assertThat(accepts(lost)).isTrue();
        slowMode.withdraw(SLOW, lost);

        assertThat(cooldowns.ended).containsExactly(lost);
    }

    private boolean accepts(MessageCommand.Post command) {
        return slowMode.decide(SLOW, command).isAccepted();
    }

    private static MessageCommand.Post post(int seconds) {
        return post(BEN, seconds);
    }

    private static MessageCommand.Post post(UserId author, int seconds) {
        return new MessageCommand.Post(
                CHANNEL, new MessageId(Ids.fresh()), "Hello", null, null, List.of(), author, NOON.plusSeconds(seconds));
    }

    private static Server server() {
        Server server = null;
        for (StructureEvent event : List.of(
                new ServerEvent.Created(SERVER, "Rocket club", OWNER, NOON),
                new MemberEvent.Joined(SERVER, OWNER, null, NOON),
                new ChannelEvent.Created(SERVER, CHANNEL, "general", OWNER, NOON, null, null, null),
                new ChannelEvent.SlowModeChanged(SERVER, CHANNEL, 60, OWNER, NOON),
                new MemberEvent.Joined(SERVER, BEN, null, NOON))) {
            server = Server.evolve(server, event);
        }
        return server;
    }
}
