package io.webchat.projection.member;

import io.webchat.domain.structure.CategoryEvent;
import io.webchat.domain.structure.ChannelEvent;
import io.webchat.domain.structure.ConversationEvent;
import io.webchat.domain.structure.InviteEvent;
import io.webchat.domain.structure.MemberEvent;
import io.webchat.domain.structure.RoleEvent;
import io.webchat.domain.structure.ServerEvent;
import io.webchat.domain.structure.StructureEvent;
import io.webchat.domain.user.UserId;
import io.webchat.log.codec.WireCodec;
import io.webchat.projection.consume.Logged;
import io.webchat.projection.consume.Projection;
import io.webchat.projection.consume.View;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Keeps one document per membership. */
@Component
class MemberProjection implements Projection<StructureEvent> {
    private final MemberRepository members;

    MemberProjection(MemberRepository members) {
        this.members = members;
    }

    @Override
    public View view() {
        return MemberRepository.VIEW;
    }

    @Override
    public WireCodec<StructureEvent> codec() {
        return WireCodec.STRUCTURE;
    }

    @Override
    public void apply(List<Logged<StructureEvent>> events) {
        var states = members.load(events.stream()
                .flatMap(logged -> concerned(logged.event()).stream().map(user -> id(logged.event(), user)))
                .collect(Collectors.toSet()));
        var changed = new LinkedHashMap<String, MemberDocument>();
        for (var logged : events) {
            for (var user : concerned(logged.event())) {
                var id = id(logged.event(), user);
                var before = states.computeIfAbsent(
                        id,
                        key -> MemberDocument.nobody(logged.event().serverId().toString(), user.toString()));
                var after = before.evolve(logged.event(), logged.nextOffset());
                states.put(id, after);
                changed.put(id, after);
            }
        }
        members.save(changed.values());
    }

    private static String id(StructureEvent event, UserId user) {
        return MemberDocument.id(event.serverId().toString(), user.toString());
    }

    /**
     * Whose membership an event changes. A role that is deleted keeps standing in the documents of its holders, who may
     * be many; readers leave out roles that the server does not have.
     */
    private static List<UserId> concerned(StructureEvent event) {
        return switch (event) {
            case MemberEvent e -> List.of(e.userId());
            case RoleEvent.Assigned e -> List.of(e.userId());
            case RoleEvent.Withdrawn e -> List.of(e.userId());
            case RoleEvent e -> List.of();
            case ConversationEvent.PairStarted e -> e.userIds();
            case ConversationEvent.GroupStarted e -> e.userIds();
            case ConversationEvent.MemberAdded e -> List.of(e.userId());
            case ServerEvent e -> List.of();
            case CategoryEvent e -> List.of();
            case ChannelEvent e -> List.of();
            case InviteEvent e -> List.of();
        };
    }
}
