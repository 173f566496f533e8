package io.webchat.log.replica;

import static org.assertj.core.api.Assertions.assertThat;

import io.webchat.domain.structure.Invite;
import io.webchat.domain.structure.Server;
import io.webchat.domain.structure.ServerId;
import io.webchat.domain.structure.StructureEvent;
import io.webchat.domain.user.UserId;
import io.webchat.log.LogEpoch;
import io.webchat.log.Topic;
import io.webchat.log.codec.WireCodec;
import io.webchat.log.replica.StructureSnapshot.LastRecord;
import io.webchat.log.replica.StructureSnapshot.Position;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * A snapshot and what comes after it give the same states, and find them in the same ways, as all events from the
 * first.
 */
class StructureSnapshotTest {
    private static final LogEpoch EPOCH = new LogEpoch("epoch");

    @Test
    void theHistoryHasEveryKindOfEvent() {
        assertThat(StructureHistory.events().stream()
                        .map(WireCodec.STRUCTURE::typeOf)
                        .collect(Collectors.toSet()))
                .isEqualTo(WireCodec.STRUCTURE.types());
    }

    @Test
    void aReplicaThatGoesOnFromASnapshotAtAnyEventEqualsTheFoldOfAll() throws Exception {
        var history = StructureHistory.events();
        for (var at = 0; at <= history.size(); at++) {
            requireSame(history, at, "after " + at + " events");
        }
    }

    @Test
    void soDoesOneOfAnyOtherLife() throws Exception {
        var base = new Random().nextLong();
        var events = 0;
        for (var seed = base; seed < base + 500; seed++) {
            var life = RandomLife.of(seed);
            requireSame(life, new Random(seed).nextInt(life.size() + 1), "seed " + seed);
            events += life.size();
        }
        assertThat(events).as("enough happened").isGreaterThan(500 * 20);
    }

    @Test
    void membersWithTheSameRolesShareOneObject() throws Exception {
        var restored = restored(fold(StructureHistory.events()).all());
        var plain = members(restored, StructureHistory.PAIR);

        assertThat(plain.get(StructureHistory.ADA)).isSameAs(plain.get(StructureHistory.BEN));
    }

    private static Map<UserId, ?> members(StructureStates states, ServerId server) {
        return states.find(server).server().members();
    }

    private static void requireSame(List<StructureEvent> history, int at, String description) throws Exception {
        var all = fold(history);
        var some = restored(fold(history.subList(0, at)).all());
        for (var i = at; i < history.size(); i++) {
            some.apply(history.get(i), i + 1);
        }
        assertThat(byId(some)).as(description).isEqualTo(byId(all));
        assertThat(found(some, history)).as(description).isEqualTo(found(all, history));
    }

    private static StructureStates fold(List<StructureEvent> events) {
        var states = new StructureStates();
        for (var i = 0; i < events.size(); i++) {
            states.apply(events.get(i), i + 1);
        }
        return states;
    }

    private static StructureStates restored(List<StructureReplica.Snapshot> states) throws Exception {
        var positions = Collections.nCopies(Topic.PARTITIONS - 1, new Position(0, null));
        var some = new ArrayList<>(positions);
        some.add(new Position(17, new LastRecord(15, "a key")));
        var snapshot = new StructureSnapshot(some, states);
        var bytes = new ByteArrayOutputStream();
        SnapshotFormat.write(snapshot, EPOCH, bytes);
        var read = SnapshotFormat.read(new ByteArrayInputStream(bytes.toByteArray()), EPOCH);
        assertThat(read.positions()).isEqualTo(snapshot.positions());
        var restored = new StructureStates();
        restored.restore(read.servers());
        return restored;
    }

    private static Map<ServerId, StructureReplica.Snapshot> byId(StructureStates states) {
        return states.all().stream().collect(Collectors.toMap(s -> s.server().id(), Function.identity()));
    }

    /** Every answer to a lookup by anything that ever was in the history. */
    private static Set<Object> found(StructureStates states, List<StructureEvent> history) {
        var found = new HashSet<Object>();
        Server state;
        var past = new StructureStates();
        for (var i = 0; i < history.size(); i++) {
            state = past.apply(history.get(i), i + 1);
            state.members().keySet().forEach(user -> found.add(Map.entry(user, Set.copyOf(states.of(user)))));
            state.channels().keySet().forEach(id -> found.add(id + " " + states.find(id)));
            state.invites().values().stream()
                    .map(Invite::code)
                    .forEach(code -> found.add(code + " " + (states.find(code) != null)));
        }
        return found;
    }
}
