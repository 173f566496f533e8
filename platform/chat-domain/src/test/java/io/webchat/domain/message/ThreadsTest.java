package io.webchat.domain.message;

import static io.webchat.domain.message.Room.CLEO;
import static io.webchat.domain.message.Room.DAN;
import static io.webchat.domain.message.Room.DELETED;
import static io.webchat.domain.message.Room.EVE;
import static io.webchat.domain.message.Room.GENERAL;
import static io.webchat.domain.message.Room.LATER;
import static io.webchat.domain.message.Room.MESSAGE;
import static io.webchat.domain.message.Room.NOW;
import static io.webchat.domain.message.Room.POSTED;
import static io.webchat.domain.message.Room.SERVER;
import static io.webchat.domain.message.Room.inThread;
import static io.webchat.domain.message.Room.nobodyMay;
import static io.webchat.domain.message.Room.timedOut;
import static io.webchat.domain.message.Room.user;
import static io.webchat.domain.message.Talk.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.webchat.domain.Rejection.Reason;
import io.webchat.domain.structure.Permission;
import io.webchat.domain.user.UserId;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ThreadsTest {
    private static final ThreadEvent.Started STARTED =
            new ThreadEvent.Started(SERVER, GENERAL, MESSAGE, DAN, "Engines", NOW);

    @Test
    void aMemberStartsAThread() {
        given(POSTED).when(start(DAN)).then(STARTED);
    }

    @Test
    void thereIsOnePerMessage() {
        given(POSTED, STARTED).when(start(CLEO)).thenNothing();
    }

    @Test
    void thereIsNoneInAThread() {
        given(inThread(MESSAGE)).when(start(DAN)).thenRejected(Reason.UNKNOWN_MESSAGE);
    }

    @Test
    void startingNeedsThePermission() {
        given(POSTED)
                .where(nobodyMay(Permission.CREATE_THREADS))
                .when(start(DAN))
                .thenRejected(Reason.MISSING_PERMISSION);
        given(POSTED).where(timedOut(DAN)).when(start(DAN)).thenRejected(Reason.TIMED_OUT);
        given(POSTED).when(start(EVE)).thenRejected(Reason.UNKNOWN_CHANNEL);
        given().when(start(DAN)).thenRejected(Reason.UNKNOWN_MESSAGE);
        given(POSTED, DELETED).when(start(DAN)).thenRejected(Reason.UNKNOWN_MESSAGE);
    }

    @Test
    void othersJoin() {
        given(POSTED, STARTED).when(join(CLEO)).then(joined(CLEO));
        given(POSTED, STARTED).when(join(DAN)).thenNothing();
        given(POSTED, STARTED, joined(CLEO)).when(join(CLEO)).thenNothing();
        given(POSTED).when(join(CLEO)).thenRejected(Reason.UNKNOWN_THREAD);
        given(POSTED, STARTED).when(join(EVE)).thenRejected(Reason.UNKNOWN_CHANNEL);
        given().when(join(CLEO)).thenRejected(Reason.UNKNOWN_MESSAGE);
    }

    @Test
    void aThousandMayJoin() {
        var full = full();
        given(full).when(join(CLEO)).thenRejected(Reason.LIMIT_REACHED);
        given(full).when(join(user(1_500))).thenRejected(Reason.UNKNOWN_CHANNEL);
        given(Arrays.copyOf(full, full.length - 1)).when(join(CLEO)).then(joined(CLEO));
    }

    @Test
    void whoJoinedLeaves() {
        given(POSTED, STARTED).when(leave(DAN)).then(new ThreadEvent.Left(SERVER, GENERAL, MESSAGE, DAN, NOW));
        given(POSTED, STARTED).when(leave(CLEO)).thenNothing();
        given(POSTED).when(leave(CLEO)).thenRejected(Reason.UNKNOWN_THREAD);
        given(POSTED, STARTED).when(leave(EVE)).thenRejected(Reason.UNKNOWN_CHANNEL);
        given().when(leave(DAN)).thenRejected(Reason.UNKNOWN_MESSAGE);
    }

    @Test
    void whoIsTimedOutLeavesAThreadAndJoinsNone() {
        given(POSTED, STARTED).where(timedOut(CLEO)).when(join(CLEO)).thenRejected(Reason.TIMED_OUT);
        given(POSTED, STARTED, DELETED).where(timedOut(CLEO)).when(join(CLEO)).thenRejected(Reason.TIMED_OUT);
        given(POSTED, STARTED)
                .where(timedOut(DAN))
                .when(leave(DAN))
                .then(new ThreadEvent.Left(SERVER, GENERAL, MESSAGE, DAN, NOW));
    }

    @Test
    void aThreadOutlivesTheMessageThatItHangsOn() {
        given(POSTED, STARTED, DELETED).when(leave(DAN)).then(new ThreadEvent.Left(SERVER, GENERAL, MESSAGE, DAN, NOW));
        given(POSTED, STARTED, DELETED).when(leave(CLEO)).thenNothing();
        given(POSTED, STARTED, DELETED).when(join(CLEO)).then(joined(CLEO));
        given(POSTED, STARTED, DELETED).when(join(DAN)).thenNothing();
        given(POSTED, STARTED, DELETED).when(start(CLEO)).thenRejected(Reason.UNKNOWN_MESSAGE);
        given(POSTED, STARTED, DELETED).when(leave(EVE)).thenRejected(Reason.UNKNOWN_CHANNEL);
        given(POSTED, DELETED).when(leave(DAN)).thenRejected(Reason.UNKNOWN_MESSAGE);
        given(POSTED, DELETED).when(join(DAN)).thenRejected(Reason.UNKNOWN_MESSAGE);
    }

    @Test
    void whoPostsInAThreadJoinsIt() {
        var thread = MessageThread.of(STARTED).posted(POSTED);

        assertThat(thread.members()).containsExactly(DAN, CLEO);
        assertThat(thread.messages()).isEqualTo(1);
        assertThat(thread.lastPostAt()).isEqualTo(NOW);
        assertThat(thread.posted(POSTED).members()).containsExactly(DAN, CLEO);
    }

    @Test
    void aSecondStartAndRepeatedJoinsMeanNothing() {
        var thread = MessageThread.of(STARTED);

        assertThat(thread.evolve(new ThreadEvent.Started(SERVER, GENERAL, MESSAGE, CLEO, "Fuel", LATER)))
                .isEqualTo(thread);
        assertThat(thread.evolve(joined(DAN))).isEqualTo(thread);
        assertThat(thread.evolve(joined(CLEO)).evolve(new ThreadEvent.Left(SERVER, GENERAL, MESSAGE, CLEO, NOW)))
                .isEqualTo(thread);
    }

    @Test
    void oneTooManyIsNoMemberAndMayStillPost() {
        var thread = MessageThread.of(STARTED);
        for (var i = 0; i < 1_005; i++) {
            thread = thread.evolve(joined(user(1_000 + i)));
        }

        assertThat(thread.members()).hasSize(1_000).startsWith(DAN).endsWith(user(1_998));
        assertThat(thread.posted(POSTED).members()).isEqualTo(thread.members());
        assertThat(thread.posted(POSTED).messages()).isEqualTo(1);
    }

    @Test
    void aNameIsOneLineOfUpToAHundredCharacters() {
        assertThat(new ThreadName(" Engines  ").value()).isEqualTo("Engines");
        assertThat(new ThreadName("👋".repeat(100)).value()).hasSize(200);
        for (var bad : List.of("", "  ", "\u200d", "a\nb", "a\u2028b", "x".repeat(101))) {
            assertThatIllegalArgumentException().isThrownBy(() -> new ThreadName(bad));
        }
    }

    private static MessageEvent[] full() {
        var others = IntStream.range(0, 999).mapToObj(i -> joined(user(1_000 + i)));
        return Stream.concat(Stream.of(POSTED, STARTED), others).toArray(MessageEvent[]::new);
    }

    private static MessageCommand.StartThread start(UserId actor) {
        return new MessageCommand.StartThread(GENERAL, MESSAGE, new ThreadName("Engines"), actor, NOW);
    }

    private static MessageCommand.JoinThread join(UserId actor) {
        return new MessageCommand.JoinThread(GENERAL, MESSAGE, actor, NOW);
    }

    private static MessageCommand.LeaveThread leave(UserId actor) {
        return new MessageCommand.LeaveThread(GENERAL, MESSAGE, actor, NOW);
    }

    private static ThreadEvent.Joined joined(UserId actor) {
        return new ThreadEvent.Joined(SERVER, GENERAL, MESSAGE, actor, NOW);
    }
}
