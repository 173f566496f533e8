package io.webchat.projection.member;

import static org.assertj.core.api.Assertions.assertThat;

import io.webchat.domain.structure.MemberEvent;
import io.webchat.domain.structure.ServerId;
import io.webchat.domain.user.UserId;
import io.webchat.log.Ids;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReturningMemberTest {
    private static final Instant AT = Instant.parse("2026-02-01T10:00:00.000Z");
    private static final Instant UNTIL = AT.plusSeconds(60);
    private static final ServerId SERVER = new ServerId(Ids.fresh());
    private static final UserId ADA = new UserId(Ids.fresh());
    private static final UserId BEN = new UserId(Ids.fresh());

    @Test
    void aTimeOutThatLastsIsShownAgain() {
        var member = MemberDocument.nobody(SERVER.toString(), BEN.toString());
        var position = 1;
        for (var event : List.of(
                new MemberEvent.Joined(SERVER, BEN, null, AT),
                new MemberEvent.NicknameChanged(SERVER, BEN, "Benny", BEN, AT),
                new MemberEvent.TimedOut(SERVER, BEN, UNTIL, ADA, AT),
                new MemberEvent.Left(SERVER, BEN, AT))) {
            member = member.evolve(event, position++);
        }
        assertThat(member.isMember()).isFalse();

        var back = member.evolve(new MemberEvent.Joined(SERVER, BEN, null, UNTIL, AT), position);
        assertThat(back.isMember()).isTrue();
        assertThat(back.timedOutUntil()).isEqualTo(UNTIL);
        assertThat(back.nickname()).isNull();

        var free = member.evolve(new MemberEvent.Joined(SERVER, BEN, null, UNTIL), position);
        assertThat(free.timedOutUntil()).isNull();
    }
}
