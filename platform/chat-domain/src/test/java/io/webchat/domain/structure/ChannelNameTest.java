package io.webchat.domain.structure;

import static io.webchat.domain.structure.Samples.ADA;
import static io.webchat.domain.structure.Samples.GENERAL;
import static io.webchat.domain.structure.Samples.NOW;
import static io.webchat.domain.structure.Samples.SERVER;
import static io.webchat.domain.structure.Scenario.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.webchat.domain.Rejection.Reason;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChannelNameTest {
    private static final ChannelId NEW = new ChannelId(new UUID(1, 9));
    private static final ChannelId OTHER = new ChannelId(new UUID(1, 10));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gen\u200deral",
                "gen\u200ceral",
                "gen\u200beral",
                "gen\u00aderal",
                "general\ufe0f",
                "general\u034f",
                "\u202egeneral\u202c",
                "\u2066general\u2069",
                "general\u3164",
                "general\uffa0",
                "general\u115f",
                "general\u17b4",
                "general\u180e",
                "general\ufeff",
                "general\u2060",
                "general\u2065",
                "general\ufff9",
                "general\udb40\udc41",
                "general\udb40\uddef",
                "general\u00a0",
                "\u2003general \u200b ",
                "general\u2800"
            })
    void whatNobodySeesMakesNoOtherName(String name) {
        assertThat(new ChannelName(name).key()).isEqualTo("general");
        given(Club.and()).when(create(name)).thenRejected(Reason.CHANNEL_NAME_TAKEN);
    }

    @ParameterizedTest
    @CsvSource({
        "Off Topic, off-topic",
        "off__topic, off-topic",
        "off\u00a0topic, off-topic",
        "off\u1680topic, off-topic",
        "off \u200b topic, off-topic",
        "Cafe\u0301, caf\u00e9",
        "cafe\u034f\u0301, CAF\u00c9",
        "\uff21\uff22, ab",
        "Stra\u00dfe, STRASSE",
        "STRA\u1e9eE, stra\u00dfe",
        "\u2764\ufe0f, \u2764",
        "\ud83d\udc69\u200d\ud83d\ude80, \ud83d\udc69\ud83d\ude80"
    })
    void namesThatLookAlikeAreOne(String one, String other) {
        assertThat(new ChannelName(one).key()).isEqualTo(new ChannelName(other).key());
    }

    @ParameterizedTest
    @CsvSource({"cafe, caf\u00e9", "general, -general", "\ud83d\udc69, \ud83d\udc68", "a b, ab"})
    void othersAreNot(String one, String other) {
        assertThat(new ChannelName(one).key()).isNotEqualTo(new ChannelName(other).key());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\ud83d\udc69\u200d\ud83d\ude80",
                "\u2764\ufe0f chat",
                "\u0646\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645"
            })
    void itIsShownAsWritten(String name) {
        assertThat(new ChannelName(name).value()).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u200d", "\u3164", "\u00ad\u034f", "\u2800", "\ufe0f \u200b", "\u2067\u2069"})
    void thereHasToBeSomethingToSee(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ChannelName(name))
                .withMessage("must not be blank");
    }

    @Test
    void namesFromBeforeAreFoldedAsTheyAreAndGoTheirWays() {
        var history = Club.and(created(NEW, "gen\u200deral"), created(OTHER, "\u200d"));

        assertThat(given(history).state().channels()).containsKeys(GENERAL, NEW, OTHER);
        given(history)
                .when(new ChannelCommand.Rename(SERVER, NEW, new ChannelName("gen\u200deral"), ADA, NOW))
                .thenNothing();
        given(history)
                .when(new ChannelCommand.Rename(SERVER, NEW, new ChannelName("second"), ADA, NOW))
                .then(new ChannelEvent.Renamed(SERVER, NEW, "second", ADA, NOW));
        given(history)
                .when(new ChannelCommand.Delete(SERVER, OTHER, ADA, NOW))
                .then(new ChannelEvent.Deleted(SERVER, OTHER, ADA, NOW));
    }

    private static ChannelEvent.Created created(ChannelId id, String name) {
        return new ChannelEvent.Created(SERVER, id, name, ADA, NOW, null, null, null);
    }

    private static ChannelCommand.Create create(String name) {
        return new ChannelCommand.Create(
                SERVER, NEW, new ChannelName(name), new ChannelTopic(""), null, false, ADA, NOW);
    }
}
