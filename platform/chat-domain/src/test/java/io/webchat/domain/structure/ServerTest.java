package io.webchat.domain.structure;

import static io.webchat.domain.structure.Samples.ADA;
import static io.webchat.domain.structure.Samples.ADA_JOINED;
import static io.webchat.domain.structure.Samples.BEN;
import static io.webchat.domain.structure.Samples.BEN_JOINED;
import static io.webchat.domain.structure.Samples.CODE;
import static io.webchat.domain.structure.Samples.CREATED;
import static io.webchat.domain.structure.Samples.GENERAL;
import static io.webchat.domain.structure.Samples.GENERAL_CREATED;
import static io.webchat.domain.structure.Samples.INVITED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ServerTest {
    @Test
    void theStateHoldsWhatHappened() {
        var server = fold(CREATED, ADA_JOINED, GENERAL_CREATED, INVITED, BEN_JOINED);

        assertThat(server.name()).isEqualTo("Rocket club");
        assertThat(server.ownerId()).isEqualTo(ADA);
        assertThat(server.members()).containsOnlyKeys(ADA, BEN);
        assertThat(server.channels()).containsExactly(Map.entry(GENERAL, Channel.of(GENERAL, "general", null)));
        assertThat(server.invites()).containsOnlyKeys(CODE.id());
    }

    @Test
    void anEarlierStateStaysAsItWas() {
        var before = fold(CREATED, ADA_JOINED, INVITED);
        Server.evolve(before, BEN_JOINED);

        assertThat(before.hasMember(BEN)).isFalse();
    }

    static Stream<StructureEvent> repeated() {
        return Stream.of(CREATED, ADA_JOINED, GENERAL_CREATED, INVITED);
    }

    @ParameterizedTest
    @MethodSource("repeated")
    void whatHappensOnceCannotHappenTwice(StructureEvent event) {
        var server = fold(CREATED, ADA_JOINED, GENERAL_CREATED, INVITED);

        assertThatIllegalStateException().isThrownBy(() -> Server.evolve(server, event));
    }

    @Test
    void nothingHappensToAServerThatDoesNotExist() {
        assertThatIllegalStateException().isThrownBy(() -> Server.evolve(null, ADA_JOINED));
    }

    @Test
    void anEventOfAnotherServerIsRefused() {
        var elsewhere = new MemberEvent.Joined(new ServerId(new UUID(9, 9)), BEN, CODE.id(), Samples.NOW);

        assertThatIllegalStateException().isThrownBy(() -> Server.evolve(fold(CREATED), elsewhere));
    }

    private static Server fold(StructureEvent... events) {
        Server state = null;
        for (var event : events) {
            state = Server.evolve(state, event);
        }
        return state;
    }
}
