package io.webchat.push.fanout;

import static org.assertj.core.api.Assertions.assertThat;

import io.webchat.domain.structure.ChannelId;
import io.webchat.domain.structure.ServerId;
import io.webchat.domain.user.UserId;
import io.webchat.log.Ids;
import io.webchat.push.entitlement.Audience;
import io.webchat.push.fanout.ChannelDigest.Share;
import io.webchat.push.protocol.EventStream;
import io.webchat.push.protocol.Frame;
import io.webchat.push.protocol.Positions;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ChannelDigestTest {
    private static final EventStream STREAM = EventStream.MESSAGES.get(3);
    private static final ServerId SERVER = new ServerId(Ids.fresh());
    private static final ChannelId SHOWN = new ChannelId(Ids.fresh());
    private static final ChannelId ONE = new ChannelId(Ids.fresh());
    private static final ChannelId OTHER = new ChannelId(Ids.fresh());
    private static final UserId ALICE = new UserId(Ids.fresh());
    private static final UserId BEN = new UserId(Ids.fresh());
    private static final long SECOND = Duration.ofSeconds(1).toNanos();
    /** Not far from where the clock turns over. */
    private static final long START = Long.MAX_VALUE - SECOND / 2;

    private final ChannelDigest digest = new ChannelDigest(ALICE, Set.of(SHOWN));

    @Test
    void theFirstIsToldAtOnceAndWhatFollowsTogetherWhenASecondIsOver() {
        add(ONE, 10, START);
        assertThat(digest.take(ONE, START)).contains(news(ONE, 10, 10));
        add(ONE, 11, START + 1);
        add(ONE, 12, START + SECOND - 1);
        assertThat(digest.take(ONE, START + SECOND - 1)).isEmpty();
        assertThat(digest.take(START + SECOND - 1, 10)).isEmpty();

        assertThat(digest.take(START + SECOND, 10)).containsExactly(news(ONE, 12, 12));

        add(ONE, 13, START + SECOND + 1);
        assertThat(digest.take(ONE, START + SECOND + 1)).isEmpty();
        assertThat(digest.take(START + 2 * SECOND, 10)).containsExactly(news(ONE, 13, 13));
        assertThat(digest.take(START + 3 * SECOND, 10)).isEmpty();
    }

    @Test
    void channelsDoNotWaitForEachOther() {
        add(ONE, 10, START);
        digest.take(ONE, START);
        add(OTHER, 11, START + 1);

        assertThat(digest.take(OTHER, START + 1)).contains(news(OTHER, 11, 11));
    }

    @Test
    void nothingIsSettledBeyondWhatIsUntold() {
        var reached = Positions.of(stream -> 100);
        add(ONE, 10, START);
        digest.take(ONE, START);
        assertThat(digest.settled(reached)).isEqualTo(reached);

        add(ONE, 11, START + 1);
        add(ONE, 12, START + 2);
        add(OTHER, 13, START + 3);
        assertThat(digest.settled(reached)).isEqualTo(reached.with(STREAM, 11));
        assertThat(digest.settled(Positions.of(stream -> 5))).isEqualTo(Positions.of(stream -> 5));

        digest.take(START + SECOND, 10);
        assertThat(digest.settled(reached)).isEqualTo(reached);
    }

    @Test
    void allHaveTheirTurnThoughOnlySomeAreToldOfAtATime() {
        add(ONE, 10, START);
        add(OTHER, 11, START + 1);
        assertThat(digest.take(START + 2, 1)).containsExactly(news(ONE, 10, 10));
        add(ONE, 12, START + 3);

        assertThat(digest.take(START + SECOND + 3, 1)).containsExactly(news(OTHER, 11, 11));
        assertThat(digest.take(START + SECOND + 4, 1)).containsExactly(news(ONE, 12, 12));
        assertThat(digest.hasUntold()).isFalse();
    }

    @Test
    void whatHasToBeKnownNowDoesNotWaitForTheSecond() {
        add(ONE, 10, START);
        digest.take(ONE, START);
        add(ONE, 11, START + 1);
        assertThat(digest.hasUntold()).isTrue();

        assertThat(digest.takeUntold(START + 2, 10)).containsExactly(news(ONE, 11, 11));
        assertThat(digest.hasUntold()).isFalse();
    }

    @Test
    void whoHasNothingToBeToldNeedsNoLook() {
        assertThat(digest.isEmpty()).isTrue();
        add(ONE, 10, START);
        assertThat(digest.isEmpty()).isFalse();
        digest.take(START, 10);
        assertThat(digest.isEmpty()).isFalse();
        digest.take(START + SECOND, 10);
        assertThat(digest.isEmpty()).isTrue();
    }

    @Test
    void whatWasPostedIsToldOnlyOnce() {
        add(ONE, 10, START);
        digest.take(ONE, START);
        digest.add(changed(ONE, 11), place(ONE), false, START + 1);

        assertThat(digest.take(START + SECOND, 10))
                .containsExactly(new ChannelNews(SERVER, ONE, STREAM, 11, OptionalLong.empty(), OptionalLong.empty()));
    }

    @Test
    void whoCallsAndIsCalledThemselvesIsToldOfNeither() {
        digest.add(event(ONE, 10, true, ALICE), place(ONE), true, START);

        assertThat(digest.take(ONE, START))
                .contains(new ChannelNews(SERVER, ONE, STREAM, 10, OptionalLong.empty(), OptionalLong.empty()));
    }

    @Test
    void eventsOfWatchedChannelsAreGivenFromWhereTheClientIs() {
        digest.startAt(Positions.of(stream -> 20));

        assertThat(digest.shareOf(changed(SHOWN, 19), SHOWN)).isEqualTo(Share.NOTHING);
        assertThat(digest.shareOf(changed(SHOWN, 20), SHOWN)).isEqualTo(Share.EVENT);
        assertThat(digest.shareOf(changed(ONE, 19), ONE)).isEqualTo(Share.NEWS);

        digest.watch(Set.of(ONE));
        assertThat(digest.shareOf(changed(SHOWN, 21), SHOWN)).isEqualTo(Share.NEWS);
        assertThat(digest.shareOf(changed(ONE, 21), ONE)).isEqualTo(Share.EVENT);
    }

    @Test
    void whatIsWatchedFromNowOnNeedNotBeToldOf() {
        add(ONE, 10, START);
        digest.watch(Set.of(ONE));

        assertThat(digest.take(START + SECOND, 10)).isEmpty();
        assertThat(digest.settled(Positions.of(stream -> 100))).isEqualTo(Positions.of(stream -> 100));
    }

    private void add(ChannelId channel, long offset, long now) {
        digest.add(event(channel, offset, true, BEN), place(channel), false, now);
    }

    private static ChannelNews news(ChannelId channel, long offset, long posted) {
        return new ChannelNews(SERVER, channel, STREAM, offset, OptionalLong.of(posted), OptionalLong.empty());
    }

    private static LogEvent.Place place(ChannelId channel) {
        return new LogEvent.Place(SERVER, channel);
    }

    private static LogEvent changed(ChannelId channel, long offset) {
        return event(channel, offset, false, BEN);
    }

    private static LogEvent event(ChannelId channel, long offset, boolean isPosted, UserId actor) {
        return new LogEvent(
                STREAM,
                offset,
                new Recipients.Members(SERVER, Audience.of(channel)),
                List.of(),
                null,
                channel + "/message",
                isPosted ? LogEvent.Change.POSTED : LogEvent.Change.OTHER,
                0,
                actor,
                null,
                Frame.of("{}"));
    }
}
