package io.webchat.domain.message;

import static io.webchat.domain.message.Room.CLEO;
import static io.webchat.domain.message.Room.DAN;
import static io.webchat.domain.message.Room.DELETED;
import static io.webchat.domain.message.Room.GENERAL;
import static io.webchat.domain.message.Room.LATER;
import static io.webchat.domain.message.Room.MESSAGE;
import static io.webchat.domain.message.Room.MODERATOR;
import static io.webchat.domain.message.Room.NOW;
import static io.webchat.domain.message.Room.PHOTO;
import static io.webchat.domain.message.Room.POSTED;
import static io.webchat.domain.message.Room.SERVER;
import static io.webchat.domain.message.Room.WAVE;
import static io.webchat.domain.message.Room.message;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MessageTest {
    private static final Message HELLO = Message.of(POSTED);

    @Test
    void itBeginsAsItWasPosted() {
        assertThat(HELLO.content()).isEqualTo("Hello");
        assertThat(HELLO.revision()).isZero();
        assertThat(HELLO.editedAt()).isNull();
        assertThat(HELLO.attachments()).isEmpty();
        assertThat(HELLO.isDeleted()).isFalse();
    }

    @Test
    void ofTwoEditsThatRaceTheFirstCounts() {
        var raced = HELLO.evolve(edited(1, "first")).evolve(edited(1, "second"));

        assertThat(raced).isEqualTo(HELLO.evolve(edited(1, "first")));
        assertThat(raced.content()).isEqualTo("first");
        assertThat(raced.editedAt()).isEqualTo(LATER);
        assertThat(raced.evolve(edited(2, "third")).content()).isEqualTo("third");
        assertThat(raced.evolve(edited(3, "out of turn"))).isEqualTo(raced);
    }

    @Test
    void anEditKeepsReactionsAndBringsItsMentions() {
        var mentions = new Mentions(List.of(DAN), List.of(), false);
        var edited = HELLO.evolve(reaction())
                .evolve(new MessageChange.Edited(SERVER, GENERAL, MESSAGE, CLEO, 1, "Dan", mentions, LATER));

        assertThat(edited.reactions().has(WAVE, DAN)).isTrue();
        assertThat(edited.mentions()).isEqualTo(mentions);
        assertThat(edited.evolve(edited(2, "nobody")).mentions()).isNull();
    }

    @Test
    void aDeletedMessageKeepsItsPlaceAndNothingOfWhatItSaid() {
        var full = Message.of(new MessageEvent.Posted(
                        SERVER,
                        GENERAL,
                        MESSAGE,
                        CLEO,
                        "Hello",
                        message(2),
                        message(3),
                        new Mentions(List.of(DAN), List.of(MODERATOR), true),
                        List.of(PHOTO),
                        NOW))
                .evolve(reaction());
        var deleted = full.evolve(DELETED);

        assertThat(deleted.isDeleted()).isTrue();
        assertThat(deleted.content()).isEmpty();
        assertThat(deleted.replyTo()).isNull();
        assertThat(deleted.mentions()).isNull();
        assertThat(deleted.attachments()).isEmpty();
        assertThat(deleted.reactions()).isEqualTo(Reactions.NONE);
        assertThat(deleted.threadId()).isEqualTo(message(3));
        assertThat(deleted.authorId()).isEqualTo(CLEO);
        assertThat(deleted.at()).isEqualTo(NOW);
    }

    @Test
    void whateverComesAfterADeletionMeansNothing() {
        var deleted = HELLO.evolve(DELETED);

        assertThat(List.of(edited(1, "back"), DELETED, reaction(), unreaction()))
                .allSatisfy(change -> assertThat(deleted.evolve(change)).isEqualTo(deleted));
    }

    @Test
    void aReactionTwiceIsOne() {
        var once = HELLO.evolve(reaction());

        assertThat(once.evolve(reaction())).isEqualTo(once);
        assertThat(once.evolve(unreaction())).isEqualTo(HELLO);
        assertThat(HELLO.evolve(unreaction())).isEqualTo(HELLO);
    }

    private static MessageChange edited(int revision, String content) {
        return new MessageChange.Edited(SERVER, GENERAL, MESSAGE, CLEO, revision, content, null, LATER);
    }

    private static MessageChange reaction() {
        return new MessageChange.ReactionAdded(SERVER, GENERAL, MESSAGE, DAN, WAVE, NOW);
    }

    private static MessageChange unreaction() {
        return new MessageChange.ReactionRemoved(SERVER, GENERAL, MESSAGE, DAN, DAN, WAVE, NOW);
    }
}
