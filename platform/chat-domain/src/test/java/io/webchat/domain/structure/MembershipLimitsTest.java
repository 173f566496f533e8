package io.webchat.domain.structure;

import static io.webchat.domain.structure.Club.CLEO;
import static io.webchat.domain.structure.Samples.ADA;
import static io.webchat.domain.structure.Samples.ADA_JOINED;
import static io.webchat.domain.structure.Samples.BEN;
import static io.webchat.domain.structure.Samples.BEN_JOINED;
import static io.webchat.domain.structure.Samples.CREATED;
import static io.webchat.domain.structure.Samples.GENERAL;
import static io.webchat.domain.structure.Samples.GENERAL_CREATED;
import static io.webchat.domain.structure.Samples.NOW;
import static io.webchat.domain.structure.Samples.SERVER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.webchat.domain.Decision;
import io.webchat.domain.Rejection;
import io.webchat.domain.Rejection.Reason;
import io.webchat.domain.user.UserId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** In how many places one person may be. */
class MembershipLimitsTest {
    private static final MembershipLimits LIMITS = new MembershipLimits(3, 2);

    @Test
    void whoIsInFewerServersMakesOneOrJoins() {
        var made = Decision.<StructureEvent>accept(CREATED, ADA_JOINED, GENERAL_CREATED);
        var joined = Decision.<StructureEvent>accept(BEN_JOINED);

        assertThat(limited(made, ADA, servers(ADA, 2))).isEqualTo(made);
        assertThat(limited(joined, BEN, servers(BEN, 2))).isEqualTo(joined);
    }

    @Test
    void whoIsInAsManyServersAsMayBeMakesNoneAndJoinsNone() {
        assertThat(rejection(Decision.accept(CREATED, ADA_JOINED, GENERAL_CREATED), ADA, servers(ADA, 3)))
                .isEqualTo(new Rejection(
                        Reason.TOO_MANY_SERVERS, "You can be in 3 servers at most. Leave or delete one first."));
        assertThat(rejection(Decision.accept(BEN_JOINED), BEN, servers(BEN, 4)).reason())
                .as("who is in more, because the limit was higher")
                .isEqualTo(Reason.TOO_MANY_SERVERS);
    }

    @Test
    void groupsDoNotCountAmongServersNorServersAmongGroups() {
        var joined = Decision.<StructureEvent>accept(BEN_JOINED);
        var started = Decision.<StructureEvent>accept(started(ADA, BEN));

        assertThat(limited(joined, BEN, groups(BEN, 9))).isEqualTo(joined);
        assertThat(limited(started, ADA, servers(BEN, 9))).isEqualTo(started);
    }

    @Test
    void whoIsInAsManyGroupsAsMayBeStartsNone() {
        assertThat(rejection(Decision.accept(started(ADA, BEN)), ADA, groups(ADA, 2)))
                .isEqualTo(new Rejection(
                        Reason.TOO_MANY_GROUPS, "You can be in 2 group conversations at most. Leave one first."));
    }

    @Test
    void nobodyIsBroughtIntoMoreGroupsByOthers() {
        var added = new ConversationEvent.MemberAdded(SERVER, CLEO, ADA, NOW);
        var refused = new Rejection(
                Reason.TOO_MANY_GROUPS,
                "Somebody whom you want to bring in is in as many group conversations as one can be: 2.");

        assertThat(rejection(Decision.accept(started(ADA, BEN, CLEO)), ADA, groups(CLEO, 2)))
                .isEqualTo(refused);
        assertThat(rejection(Decision.accept(added), ADA, groups(CLEO, 2))).isEqualTo(refused);
        assertThat(limited(Decision.accept(added), ADA, groups(ADA, 2)))
                .as("it is not the caller who gets into another one")
                .isEqualTo(Decision.accept(added));
    }

    @Test
    void whatBringsNobodyInIsLeftAsItIs() {
        var full = (MembershipLimits.Memberships) (user, kind) -> 99;
        var pair = new ConversationEvent.PairStarted(SERVER, GENERAL, List.of(ADA, BEN), ADA, NOW);
        var refused = Decision.<StructureEvent>reject(Reason.BANNED, "You are banned from this server.");

        assertThat(limited(Decision.accept(), BEN, full))
                .as("joining where one is already")
                .isEqualTo(Decision.accept());
        assertThat(limited(Decision.accept(pair), ADA, full)).isEqualTo(Decision.accept(pair));
        assertThat(limited(refused, BEN, full)).isEqualTo(refused);
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "1, 0", "-1, 1"})
    void aLimitThatLetsNobodyInIsAMistake(int servers, int groups) {
        assertThatThrownBy(() -> new MembershipLimits(servers, groups)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Decision<StructureEvent> limited(
            Decision<StructureEvent> decision, UserId actor, MembershipLimits.Memberships memberships) {
        return LIMITS.applyTo(decision, actor, memberships);
    }

    private static Rejection rejection(
            Decision<StructureEvent> decision, UserId actor, MembershipLimits.Memberships memberships) {
        return limited(decision, actor, memberships) instanceof Decision.Rejected<StructureEvent>(Rejection rejection)
                ? rejection
                : new Rejection(Reason.UNKNOWN_SERVER, "not refused");
    }

    private static MembershipLimits.Memberships servers(UserId of, long number) {
        return memberships(Map.of(of, number), Server.Kind.COMMUNITY);
    }

    private static MembershipLimits.Memberships groups(UserId of, long number) {
        return memberships(Map.of(of, number), Server.Kind.GROUP);
    }

    private static MembershipLimits.Memberships memberships(Map<UserId, Long> numbers, Server.Kind in) {
        return (user, kind) -> kind == in ? numbers.getOrDefault(user, 0L) : 0;
    }

    private static StructureEvent started(UserId by, UserId... others) {
        var people = new ArrayList<>(List.of(by));
        people.addAll(List.of(others));
        return new ConversationEvent.GroupStarted(SERVER, GENERAL, people, null, by, NOW);
    }
}
