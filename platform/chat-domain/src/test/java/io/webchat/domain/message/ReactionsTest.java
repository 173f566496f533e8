package io.webchat.domain.message;

import static io.webchat.domain.message.Room.BEN;
import static io.webchat.domain.message.Room.CLEO;
import static io.webchat.domain.message.Room.DAN;
import static io.webchat.domain.message.Room.DELETED;
import static io.webchat.domain.message.Room.EVE;
import static io.webchat.domain.message.Room.GENERAL;
import static io.webchat.domain.message.Room.MESSAGE;
import static io.webchat.domain.message.Room.NOW;
import static io.webchat.domain.message.Room.POSTED;
import static io.webchat.domain.message.Room.SERVER;
import static io.webchat.domain.message.Room.WAVE;
import static io.webchat.domain.message.Room.nobodyMay;
import static io.webchat.domain.message.Room.timedOut;
import static io.webchat.domain.message.Talk.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.webchat.domain.Decision;
import io.webchat.domain.Rejection;
import io.webchat.domain.Rejection.Reason;
import io.webchat.domain.structure.Permission;
import io.webchat.domain.user.UserId;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReactionsTest {
    @Test
    void aMemberReacts() {
        given(POSTED).when(add(WAVE, DAN)).then(added(WAVE, DAN));
    }

    @Test
    void thereIsOnePerPersonAndEmoji() {
        given(POSTED, added(WAVE, DAN)).when(add(WAVE, DAN)).thenNothing();
        given(POSTED, added(WAVE, DAN)).when(add(WAVE, CLEO)).then(added(WAVE, CLEO));
    }

    @Test
    void anEmojiThatAsksForAPictureIsTheSameAsOneThatDoesNot() {
        var heart = new Emoji("\u2764");
        var picture = new Emoji("\u2764\ufe0f");
        given(POSTED, added(heart, DAN)).when(add(picture, DAN)).thenNothing();

        var both = Reactions.NONE.with(heart, DAN).with(picture, CLEO);
        assertThat(both.all()).containsExactly(new Reactions.Reaction(heart, List.of(DAN, CLEO)));
        assertThat(both.without(picture, DAN).all()).containsExactly(new Reactions.Reaction(heart, List.of(CLEO)));
    }

    @Test
    void aFurtherEmojiNeedsRoomAndOneThatIsThereDoesNot() {
        var full = IntStream.range(0, 20).mapToObj(i -> added(emoji(i), DAN));
        var said = Stream.concat(Stream.of(POSTED), full).toArray(MessageEvent[]::new);
        given(said).when(add(emoji(20), CLEO)).thenRejected(Reason.LIMIT_REACHED);
        given(said).when(add(emoji(19), CLEO)).then(added(emoji(19), CLEO));
        given(Arrays.copyOf(said, 20)).when(add(emoji(20), CLEO)).then(added(emoji(20), CLEO));
    }

    @Test
    void aMessageTakesFiveThousandReactionsOfAllTogether() {
        var people = IntStream.range(0, 2_499).mapToObj(i -> Room.user(1_000 + i));
        var most = new Reactions(List.of(
                new Reactions.Reaction(WAVE, people.toList()),
                new Reactions.Reaction(
                        emoji(1),
                        IntStream.range(0, 2_500)
                                .mapToObj(i -> Room.user(1_000 + i))
                                .toList())));
        assertThat(most.hasRoomFor(WAVE)).isTrue();
        assertThat(most.hasRoomFor(emoji(2))).isTrue();

        var full = most.with(WAVE, CLEO);
        assertThat(full.count()).isEqualTo(5_000);
        assertThat(full.hasRoomFor(WAVE)).isFalse();
        assertThat(full.hasRoomFor(emoji(2))).isFalse();
        assertThat(full.with(WAVE, DAN)).isEqualTo(full);
        assertThat(full.without(WAVE, CLEO).with(WAVE, DAN).has(WAVE, DAN)).isTrue();
    }

    @Test
    void whoWouldReactOnceMoreIsToldOfTheLimit() {
        var message = Message.of(POSTED);
        for (var i = 0; i < Reactions.MAX; i++) {
            message = message.evolve(added(WAVE, Room.user(1_000 + i)));
        }
        var target = new Target(message, Pins.NONE, null);
        var server = given().server();

        assertThat(MessageDecider.decide(server, target, add(WAVE, DAN)))
                .isInstanceOfSatisfying(
                        Decision.Rejected.class,
                        rejected -> assertThat(rejected.rejection())
                                .isEqualTo(
                                        new Rejection(
                                                Reason.LIMIT_REACHED,
                                                "There are 5000 reactions to this message already, and no more are possible.")));
    }

    @Test
    void reactingNeedsThePermission() {
        given(POSTED)
                .where(nobodyMay(Permission.ADD_REACTIONS))
                .when(add(WAVE, DAN))
                .thenRejected(Reason.MISSING_PERMISSION);
        given(POSTED).where(timedOut(DAN)).when(add(WAVE, DAN)).thenRejected(Reason.TIMED_OUT);
        given(POSTED).when(add(WAVE, EVE)).thenRejected(Reason.UNKNOWN_CHANNEL);
        given().when(add(WAVE, DAN)).thenRejected(Reason.UNKNOWN_MESSAGE);
        given(POSTED, DELETED).when(add(WAVE, DAN)).thenRejected(Reason.UNKNOWN_MESSAGE);
    }

    @Test
    void oneTakesBackOnesOwn() {
        given(POSTED, added(WAVE, DAN)).when(remove(DAN, DAN)).then(removed(DAN, DAN));
        given(POSTED).when(remove(DAN, DAN)).thenNothing();
        given(POSTED, added(WAVE, DAN))
                .where(nobodyMay(Permission.ADD_REACTIONS), timedOut(DAN))
                .when(remove(DAN, DAN))
                .then(removed(DAN, DAN));
    }

    @Test
    void thoseOfOthersAreTakenAwayByWhoManagesMessages() {
        given(POSTED, added(WAVE, DAN)).when(remove(DAN, BEN)).then(removed(DAN, BEN));
        given(POSTED, added(WAVE, DAN)).when(remove(DAN, CLEO)).thenRejected(Reason.MISSING_PERMISSION);
        given(POSTED, added(WAVE, DAN))
                .where(timedOut(BEN))
                .when(remove(DAN, BEN))
                .thenRejected(Reason.TIMED_OUT);
        given(POSTED).when(remove(DAN, BEN)).thenNothing();
    }

    @Test
    void whatIsGoneHasNoReactions() {
        given().when(remove(DAN, DAN)).thenRejected(Reason.UNKNOWN_MESSAGE);
        given(POSTED, added(WAVE, DAN), DELETED).when(remove(DAN, DAN)).thenRejected(Reason.UNKNOWN_MESSAGE);
        given(POSTED).when(remove(DAN, EVE)).thenRejected(Reason.UNKNOWN_CHANNEL);
    }

    @Test
    void theyStandInTheOrderOfTheirFirst() {
        var heart = new Emoji("❤️");
        var reactions = Reactions.NONE
                .with(WAVE, DAN)
                .with(heart, CLEO)
                .with(WAVE, CLEO)
                .with(WAVE, DAN);

        assertThat(reactions.all())
                .containsExactly(
                        new Reactions.Reaction(WAVE, List.of(DAN, CLEO)), new Reactions.Reaction(heart, List.of(CLEO)));
        assertThat(reactions.without(WAVE, DAN).without(WAVE, CLEO).all())
                .containsExactly(new Reactions.Reaction(heart, List.of(CLEO)));
        assertThat(reactions.without(heart, DAN)).isEqualTo(reactions);
    }

    @Test
    void ofThoseThatRaceForTheLastPlaceTheFirstGetsIt() {
        var reactions = Reactions.NONE;
        for (var i = 0; i < 25; i++) {
            reactions = reactions.with(emoji(i), DAN);
        }

        assertThat(reactions.all()).hasSize(20);
        assertThat(reactions.has(emoji(19), DAN)).isTrue();
        assertThat(reactions.has(emoji(20), DAN)).isFalse();
        assertThat(reactions.with(emoji(0), CLEO).has(emoji(0), CLEO)).isTrue();
        assertThat(reactions.without(emoji(0), DAN).with(emoji(20), DAN).has(emoji(20), DAN))
                .isTrue();
    }

    private static Emoji emoji(int number) {
        return new Emoji(Character.toString(0x1f600 + number));
    }

    private static MessageCommand.AddReaction add(Emoji emoji, UserId actor) {
        return new MessageCommand.AddReaction(GENERAL, MESSAGE, emoji, actor, NOW);
    }

    private static MessageChange.ReactionAdded added(Emoji emoji, UserId actor) {
        return new MessageChange.ReactionAdded(SERVER, GENERAL, MESSAGE, actor, emoji, NOW);
    }

    private static MessageCommand.RemoveReaction remove(UserId user, UserId actor) {
        return new MessageCommand.RemoveReaction(GENERAL, MESSAGE, WAVE, user, actor, NOW);
    }

    private static MessageChange.ReactionRemoved removed(UserId user, UserId actor) {
        return new MessageChange.ReactionRemoved(SERVER, GENERAL, MESSAGE, actor, user, WAVE, NOW);
    }
}
