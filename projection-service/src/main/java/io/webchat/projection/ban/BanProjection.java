package io.webchat.projection.ban;

import io.webchat.domain.structure.CategoryEvent;
import io.webchat.domain.structure.ChannelEvent;
import io.webchat.domain.structure.ConversationEvent;
import io.webchat.domain.structure.InviteEvent;
import io.webchat.domain.structure.MemberEvent;
import io.webchat.domain.structure.RoleEvent;
import io.webchat.domain.structure.ServerEvent;
import io.webchat.domain.structure.StructureEvent;
import io.webchat.log.codec.WireCodec;
import io.webchat.projection.consume.Logged;
import io.webchat.projection.consume.Projection;
import io.webchat.projection.consume.View;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Keeps one document per user and server that has banned them. */
@Component
class BanProjection implements Projection<StructureEvent> {
    private final BanRepository bans;

    BanProjection(BanRepository bans) {
        this.bans = bans;
    }

    @Override
    public View view() {
        return BanRepository.VIEW;
    }

    @Override
    public WireCodec<StructureEvent> codec() {
        return WireCodec.STRUCTURE;
    }

    @Override
    public void apply(List<Logged<StructureEvent>> events) {
        var concerned = events.stream().flatMap(BanProjection::concerned).toList();
        var states =
                bans.load(concerned.stream().map(logged -> id(logged.event())).collect(Collectors.toSet()));
        for (var logged : concerned) {
            states.compute(id(logged.event()), (id, state) -> BanDocument.evolve(state, logged));
        }
        bans.save(states.values());
    }

    private static String id(MemberEvent event) {
        return BanDocument.id(event.serverId().toString(), event.userId().toString());
    }

    /** Most events of members are none of its business, and are not looked up. */
    private static Stream<Logged<MemberEvent>> concerned(Logged<StructureEvent> logged) {
        return switch (logged.event()) {
            case MemberEvent.Banned e -> Stream.of(of(e, logged));
            case MemberEvent.Unbanned e -> Stream.of(of(e, logged));
            case MemberEvent.ModerationExplained e -> Stream.of(of(e, logged));
            case MemberEvent.Joined _, MemberEvent.Left _, MemberEvent.NicknameChanged _ -> Stream.of();
            case MemberEvent.Kicked _, MemberEvent.TimedOut _, MemberEvent.TimeOutLifted _ -> Stream.of();
            case ServerEvent _, CategoryEvent _, ChannelEvent _, RoleEvent _ -> Stream.of();
            case InviteEvent _, ConversationEvent _ -> Stream.of();
        };
    }

    private static Logged<MemberEvent> of(MemberEvent event, Logged<StructureEvent> logged) {
        return new Logged<>(event, logged.offset(), logged.commandId());
    }
}
