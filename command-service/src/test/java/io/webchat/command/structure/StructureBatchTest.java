package io.webchat.command.structure;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.webchat.domain.structure.ChannelId;
import io.webchat.domain.structure.CommandId;
import io.webchat.domain.structure.ConversationCommand;
import io.webchat.domain.structure.ServerCommand;
import io.webchat.domain.structure.ServerId;
import io.webchat.domain.structure.ServerName;
import io.webchat.domain.structure.StructureCommand;
import io.webchat.domain.user.UserId;
import io.webchat.log.Ids;
import io.webchat.log.codec.StructureOutcome;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StructureBatchTest {
    private static final Instant AT = Instant.parse("2026-01-31T12:34:56.789Z");
    private static final UserId ADA = new UserId(Ids.fresh());
    private static final UserId BEN = new UserId(Ids.fresh());
    private static final UserId CLEO = new UserId(Ids.fresh());

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final StructureBatch batch = new StructureBatch(id -> Optional.empty(), meters.counter("failures"));
    private final ServerId server = new ServerId(Ids.fresh());

    @Test
    void eachIsDecidedOnWhatThoseBeforeItLeft() {
        var name = new ServerName("Rocket club");
        var create = new ServerCommand.Create(server, name, new ChannelId(Ids.fresh()), ADA, AT);

        assertThat(decide(create)).isInstanceOf(StructureOutcome.Accepted.class);
        assertThat(decide(create)).isInstanceOf(StructureOutcome.Rejected.class);
        assertThat(decide(new ServerCommand.Delete(server, ADA, AT))).isInstanceOf(StructureOutcome.Accepted.class);
    }

    @Test
    void oneThatBreaksItsDeciderFailsAndLeavesNothing() {
        assertThat(decide(group(BEN, BEN))).isInstanceOf(StructureOutcome.Failed.class);
        assertThat(meters.counter("failures").count()).isEqualTo(1);

        assertThat(decide(group(BEN, CLEO))).isInstanceOf(StructureOutcome.Accepted.class);
        assertThat(meters.counter("failures").count()).isEqualTo(1);
    }

    private StructureOutcome decide(StructureCommand command) {
        return batch.decide(new PendingCommand(new CommandId(Ids.fresh()), command))
                .outcome(7);
    }

    private StructureCommand group(UserId... others) {
        return new ConversationCommand.StartGroup(server, new ChannelId(Ids.fresh()), List.of(others), null, ADA, AT);
    }
}
