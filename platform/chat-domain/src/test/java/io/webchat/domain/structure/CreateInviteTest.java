package io.webchat.domain.structure;

import static io.webchat.domain.Rejection.Reason.ALREADY_EXISTS;
import static io.webchat.domain.Rejection.Reason.LIMIT_REACHED;
import static io.webchat.domain.Rejection.Reason.UNKNOWN_SERVER;
import static io.webchat.domain.structure.Samples.ADA;
import static io.webchat.domain.structure.Samples.ADA_JOINED;
import static io.webchat.domain.structure.Samples.BEN;
import static io.webchat.domain.structure.Samples.CODE;
import static io.webchat.domain.structure.Samples.CREATED;
import static io.webchat.domain.structure.Samples.INVITED;
import static io.webchat.domain.structure.Samples.NOW;
import static io.webchat.domain.structure.Samples.SERVER;
import static io.webchat.domain.structure.Scenario.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.webchat.domain.user.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CreateInviteTest {
    @Test
    void aMemberMakesAnInvite() {
        given(CREATED, ADA_JOINED).when(create(ADA)).then(INVITED);
    }

    @Test
    void aStrangerIsToldThatThereIsNoSuchServer() {
        given(CREATED, ADA_JOINED).when(create(BEN)).thenRejected(UNKNOWN_SERVER);
    }

    @Test
    void thereIsNoInviteToAServerThatDoesNotExist() {
        given().when(create(ADA)).thenRejected(UNKNOWN_SERVER);
    }

    @Test
    void aCodeIsUsedOnlyOnce() {
        given(CREATED, ADA_JOINED, INVITED).when(create(ADA)).thenRejected(ALREADY_EXISTS);
    }

    @Test
    void aServerHasSoManyInvitesByWhichSomebodyMayJoin() {
        given(after(open(InviteDecider.MAX))).when(create(ADA)).thenRejected(LIMIT_REACHED);
        given(after(open(InviteDecider.MAX - 1))).when(create(ADA)).then(INVITED);
    }

    @Test
    void invitesByWhichNobodyCanJoinAnyMoreLeaveRoomForOthersAndAreForgotten() {
        var past = NOW.minusSeconds(1);
        var expired = invites(InviteDecider.MAX, past, null);

        given(after(expired)).when(create(ADA)).then(INVITED);

        var history = new ArrayList<>(expired);
        history.add(INVITED);
        assertThat(given(after(history)).state().invites()).containsOnlyKeys(CODE.id());
    }

    @Test
    void anInviteThatIsUsedUpLeavesRoomForAnother() {
        var history = new ArrayList<>(open(InviteDecider.MAX - 1));
        var once = new InviteCode("once-qR7-xT2_mN9");
        history.add(new InviteEvent.Created(SERVER, once, ADA, NOW, null, 1));
        given(after(history)).when(create(ADA)).thenRejected(LIMIT_REACHED);

        history.add(new MemberEvent.Joined(SERVER, BEN, once.id(), NOW));
        given(after(history)).when(create(ADA)).then(INVITED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "short", "qR7-xT2_mN9pLk4v0", "qR7-xT2_mN9pLk4/"})
    void aCodeHasItsFormat(String code) {
        assertThatIllegalArgumentException().isThrownBy(() -> new InviteCode(code));
    }

    @Test
    void theIdOfAnInviteIsOfItsCodeAndDoesNotShowIt() {
        assertThat(CODE.id()).isEqualTo(InviteId.parse("d03bbb6e-c683-3226-85a2-520e4cd97cca"));
    }

    private static List<StructureEvent> open(int count) {
        return invites(count, null, null);
    }

    private static List<StructureEvent> invites(int count, @Nullable Instant expiresAt, @Nullable Integer maxUses) {
        return IntStream.range(0, count)
                .<StructureEvent>mapToObj(number -> new InviteEvent.Created(
                        SERVER, new InviteCode("number-%09d".formatted(number)), ADA, NOW, expiresAt, maxUses))
                .toList();
    }

    private static StructureEvent[] after(List<StructureEvent> invites) {
        return Stream.concat(Stream.of(CREATED, ADA_JOINED), invites.stream()).toArray(StructureEvent[]::new);
    }

    private static InviteCommand.Create create(UserId actor) {
        return new InviteCommand.Create(SERVER, CODE, null, null, actor, NOW);
    }
}
