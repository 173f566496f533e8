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
import io.webchat.log.LogEpoch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A start reads on from where the last run has written down who posted when. */
class LastPostsKeeperTest {
    private static final Instant NOON = Instant.parse("2026-01-31T12:00:00Z");
    private static final Duration WINDOW = Duration.ofMinutes(10);
    private static final Duration SLOWEST = Duration.ofHours(6);
    private static final String NAME = "service.last-posts";
    private static final LogEpoch EPOCH = new LogEpoch("epoch");
    private static final ServerId SERVER = new ServerId(Ids.fresh());
    private static final ChannelId CHANNEL = new ChannelId(Ids.fresh());
    private static final UserId OWNER = new UserId(Ids.fresh());
    private static final UserId BEN = new UserId(Ids.fresh());
    private static final UserId CLEO = new UserId(Ids.fresh());
    private static final Server SLOW = server();

    private @TempDir Path directory;

    @Test
    void whoPostedBeforeWaitsAfterAStartThatDidNotReadIt() {
        var before = slowMode();
        before.posted(CHANNEL, BEN, NOON.minus(Duration.ofHours(2)));
        keeper(before, file(), Duration.ZERO, NOON).write();
        var after = slowMode();

        var begin =
                keeper(after, file(), Duration.ZERO, NOON.plusSeconds(3_600)).begin(WINDOW, SLOWEST);

        assertThat(begin).isEqualTo(NOON.minusSeconds(60));
        assertThat(accepts(after, BEN, NOON.plus(Duration.ofHours(4)).minusSeconds(1)))
                .isFalse();
        assertThat(accepts(after, BEN, NOON.plus(Duration.ofHours(4)))).isTrue();
        assertThat(accepts(after, CLEO, NOON.plusSeconds(1))).isTrue();
    }

    @Test
    void theRecentMessagesAreReadInAnyCase() {
        keeper(slowMode(), file(), Duration.ZERO, NOON).write();
        var keeper = keeper(slowMode(), file(), Duration.ZERO, NOON);

        assertThat(keeper.begin(WINDOW, SLOWEST)).isEqualTo(NOON.minus(WINDOW));
        assertThat(keeper.begin(WINDOW, WINDOW)).isEqualTo(NOON.minus(WINDOW));
        assertThat(keeper.begin(WINDOW, Duration.ZERO)).isEqualTo(NOON.minus(WINDOW));
    }

    @Test
    void withoutAFileOrWithAnOldOneTheLongestSlowModeIsRead() {
        keeper(slowMode(), file(), Duration.ZERO, NOON).write();

        assertThat(keeper(slowMode(), null, Duration.ZERO, NOON).begin(WINDOW, SLOWEST))
                .isEqualTo(NOON.minus(SLOWEST));
        var later = NOON.plus(SLOWEST);
        assertThat(keeper(slowMode(), file(), Duration.ZERO, later).begin(WINDOW, SLOWEST))
                .isEqualTo(later.minus(SLOWEST));
    }

    @Test
    void whatMayNotHaveBeenReadOrGetIntoTheLogIsReadAgain() {
        var before = slowMode();
        before.posted(CHANNEL, BEN, NOON.minusSeconds(120));
        assertThat(accepts(before, CLEO, NOON.minusSeconds(30))).isTrue();
        keeper(before, file(), Duration.ofSeconds(90), NOON).write();

        assertThat(file().read()).contains(new LastPosts(NOON.minusSeconds(150), List.of()));
    }

    @Test
    void ofALastPostThatIsTooYoungTheOneBeforeIsKept() {
        var slowMode = slowMode();
        slowMode.posted(CHANNEL, BEN, NOON);
        slowMode.posted(CHANNEL, BEN, NOON.plusSeconds(60));

        assertThat(slowMode.lastPostsBefore(NOON.plusSeconds(60)).posts())
                .containsExactly(new LastPosts.Post(CHANNEL, BEN, NOON));
    }

    @Test
    void aFileThatIsDamagedOrOfAnotherLogIsNotUsed() throws IOException {
        var posts = new LastPosts(NOON, List.of(new LastPosts.Post(CHANNEL, BEN, NOON)));
        file().write(posts);
        assertThat(file().read()).contains(posts);
        assertThat(new LastPostsFile(kept(), NAME, new LogEpoch("other")).read())
                .isEmpty();

        var bytes = Files.readAllBytes(path());
        for (var i = 0; i < bytes.length; i++) {
            bytes[i] ^= 1;
            Files.write(path(), bytes);
            assertThat(file().read()).as("byte %d", i).isEmpty();
            bytes[i] ^= 1;
        }
        Files.write(path(), new byte[0]);
        assertThat(file().read()).isEmpty();
        file().write(posts);
        assertThat(file().read()).contains(posts);
    }

    private Path kept() {
        return directory.resolve("kept");
    }

    private Path path() {
        return kept().resolve(NAME);
    }

    private LastPostsFile file() {
        return new LastPostsFile(kept(), NAME, EPOCH);
    }

    private static LastPostsKeeper keeper(
            SlowMode slowMode, @Nullable LastPostsFile file, Duration staleness, Instant now) {
        return new LastPostsKeeper(
                slowMode, file, () -> staleness, Duration.ofMinutes(5), Clock.fixed(now, ZoneOffset.UTC));
    }

    private static SlowMode slowMode() {
        return new SlowMode(channel -> Optional.of(SLOW), new FakeCooldowns());
    }

    private static boolean accepts(SlowMode slowMode, UserId author, Instant at) {
        var post = new MessageCommand.Post(
                CHANNEL, new MessageId(Ids.fresh()), "Hello", null, null, List.of(), author, at);
        return slowMode.decide(SLOW, post).isAccepted();
    }

    private static Server server() {
        Server server = null;
        for (StructureEvent event : List.of(
                new ServerEvent.Created(SERVER, "Rocket club", OWNER, NOON),
                new MemberEvent.Joined(SERVER, OWNER, null, NOON),
                new ChannelEvent.Created(SERVER, CHANNEL, "general", OWNER, NOON, null, null, null),
                new ChannelEvent.SlowModeChanged(SERVER, CHANNEL, 21_600, OWNER, NOON),
                new MemberEvent.Joined(SERVER, BEN, null, NOON),
                new MemberEvent.Joined(SERVER, CLEO, null, NOON))) {
            server = Server.evolve(server, event);
        }
        return server;
    }
}
