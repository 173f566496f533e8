package io.webchat.domain.message;

import static io.webchat.domain.message.Room.ADA;
import static io.webchat.domain.message.Room.BEN;
import static io.webchat.domain.message.Room.CLEO;
import static io.webchat.domain.message.Room.DAN;
import static io.webchat.domain.message.Room.EVE;
import static io.webchat.domain.message.Room.EVERYONE;
import static io.webchat.domain.message.Room.GENERAL;
import static io.webchat.domain.message.Room.MODERATOR;
import static io.webchat.domain.message.Room.OFFICE;
import static io.webchat.domain.message.Talk.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.webchat.domain.structure.RoleId;
import io.webchat.domain.structure.Server;
import io.webchat.domain.user.UserId;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MentionsTest {
    @Test
    void aTextCallsWhoSeesTheChannel() {
        assertThat(in("Hi <@" + DAN + "> and <@" + BEN + ">", CLEO)).isEqualTo(users(DAN, BEN));
    }

    @Test
    void whoDoesNotSeeItIsNotCalled() {
        assertThat(in("<@" + EVE + ">", CLEO)).isNull();
        assertThat(Mentions.in("<@" + DAN + "> <@" + ADA + ">", server(), OFFICE, ADA))
                .isEqualTo(users(ADA));
    }

    @Test
    void eachIsCalledOnceInTheOrderOfTheText() {
        assertThat(in("<@%s> <@%s> <@%s>".formatted(DAN, BEN, DAN), CLEO)).isEqualTo(users(DAN, BEN));
    }

    @Test
    void rolesAndEveryoneTakeThePermission() {
        var text = "<@&" + MODERATOR + "> @everyone @everyone <@&" + MODERATOR + ">";

        assertThat(in(text, CLEO)).isNull();
        assertThat(in(text, BEN)).isEqualTo(new Mentions(List.of(), List.of(MODERATOR), true));
    }

    @Test
    void theRoleOfEveryoneAndRolesThatAreGoneAreNotCalledByTheirIds() {
        assertThat(in("<@&" + EVERYONE + ">", ADA)).isNull();
        assertThat(in("<@&" + new RoleId(new UUID(3, 9)) + ">", ADA)).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "`%s`",
                "``a ` %s``",
                "```\n%s\n```",
                "```java\n%s\n```\nmore",
                "````\n```\n%s\n````",
                "```\n%s",
                "text ``` %s",
                "`a` ```b``` `%s`"
            })
    void codeCallsNobody(String text) {
        assertThat(in(text.formatted("<@" + DAN + "> @everyone"), ADA)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"` %s", "%s ` `", "`a` %s `b`", "```a```%s", "``a` %s", "(%s)", "**%s**", "`%s", "\n%s\n"})
    void whatOnlyLooksLikeCodeDoes(String text) {
        assertThat(in(text.formatted("<@" + DAN + "> @everyone"), ADA))
                .isEqualTo(new Mentions(List.of(DAN), List.of(), true));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a@everyone.example",
                "@everyones",
                "@@everyone",
                "everyone",
                "@Everyone",
                "@ everyone",
                "<@>",
                "<@1>",
                "<@00000000-0000-0002-0000-00000000000G>",
                "<@ 00000000-0000-0002-0000-000000000004>",
                "plain"
            })
    void whatIsNoMentionCallsNobody(String text) {
        assertThat(in(text, ADA)).isNull();
    }

    @Test
    void backticksDoNotCostMuch() {
        var runs = IntStream.range(1, 89).mapToObj("`"::repeat).collect(Collectors.joining(" "));
        var texts = List.of("`".repeat(4_000), "` ".repeat(2_000), "`` ` ".repeat(800), runs);
        texts.forEach(text -> in(text, ADA));

        var begun = System.nanoTime();
        texts.forEach(text -> in(text, ADA));

        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofMillis(100));
    }

    @Test
    void aTextMayConsistOfMentions() {
        var text = ("<@" + DAN + ">").repeat(100);

        assertThat(in(text, CLEO)).isEqualTo(users(DAN));
    }

    private static Mentions users(UserId... users) {
        return new Mentions(List.of(users), List.of(), false);
    }

    private static @Nullable Mentions in(String text, UserId author) {
        return Mentions.in(text, server(), GENERAL, author);
    }

    private static Server server() {
        return Objects.requireNonNull(given().server());
    }
}
