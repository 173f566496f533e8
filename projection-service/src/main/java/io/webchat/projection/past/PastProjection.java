package io.webchat.projection.past;

import io.webchat.domain.structure.StructureEvent;
import io.webchat.log.codec.WireCodec;
import io.webchat.projection.consume.Logged;
import io.webchat.projection.consume.Projection;
import io.webchat.projection.consume.View;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Keeps the names and topics that channels had, and when people were members, one document for each of both, and
 * volumes.
 */
@Component
class PastProjection implements Projection<StructureEvent> {
    private final PastRepository past;

    PastProjection(PastRepository past) {
        this.past = past;
    }

    @Override
    public View view() {
        return PastRepository.VIEW;
    }

    @Override
    public WireCodec<StructureEvent> codec() {
        return WireCodec.STRUCTURE;
    }

    @Override
    public void apply(List<Logged<StructureEvent>> events) {
        applyToChannels(events);
        applyToMemberships(events);
    }

    private void applyToChannels(List<Logged<StructureEvent>> events) {
        var states = past.channels(events.stream()
                .flatMap(logged -> Stream.ofNullable(ChannelPastDocument.concerned(logged.event())))
                .collect(Collectors.toSet()));
        var changed = new LinkedHashMap<String, ChannelPastDocument>();
        var volumes = new LinkedHashMap<String, ChannelPastDocument>();
        for (var logged : events) {
            var id = ChannelPastDocument.concerned(logged.event());
            if (id != null) {
                var before = states.computeIfAbsent(id, ChannelPastDocument::none);
                var after = before.evolve(logged.event(), logged.nextOffset());
                if (after.former() > before.former()) {
                    before.volume().ifPresent(volume -> volumes.put(volume.id(), volume));
                }
                replace(states, changed, id, before, after);
            }
        }
        // Before the documents that count them.
        past.saveChannels(volumes.values());
        past.saveChannels(changed.values());
    }

    private void applyToMemberships(List<Logged<StructureEvent>> events) {
        var states = past.memberships(events.stream()
                .flatMap(logged -> MembershipPastDocument.concerned(logged.event()).stream()
                        .map(user -> MembershipPastDocument.id(
                                logged.event().serverId().toString(), user.toString())))
                .collect(Collectors.toSet()));
        var changed = new LinkedHashMap<String, MembershipPastDocument>();
        for (var logged : events) {
            var server = logged.event().serverId().toString();
            for (var user : MembershipPastDocument.concerned(logged.event())) {
                var id = MembershipPastDocument.id(server, user.toString());
                var before = states.computeIfAbsent(id, key -> MembershipPastDocument.none(server, user.toString()));
                replace(states, changed, id, before, before.evolve(logged.event(), logged.nextOffset()));
            }
        }
        past.saveMemberships(changed.values());
    }

    private static <D> void replace(Map<String, D> states, Map<String, D> changed, String id, D before, D after) {
        if (after != before) {
            states.put(id, after);
            changed.put(id, after);
        }
    }
}
