package io.webchat.projection.member;

import io.webchat.domain.structure.ChannelEvent;
import io.webchat.domain.structure.InviteEvent;
import io.webchat.domain.structure.MemberEvent;
import io.webchat.domain.structure.ServerEvent;
import io.webchat.domain.structure.StructureEvent;
import io.webchat.log.codec.WireCodec;
import io.webchat.projection.consume.Logged;
import io.webchat.projection.consume.Projection;
import io.webchat.projection.consume.View;
import java.util.LinkedHashMap;
import java.util.List;
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
        var changed = new LinkedHashMap<String, MemberDocument>();
        for (var logged : events) {
            switch (logged.event()) {
                case MemberEvent.Joined joined -> {
                    var member = MemberDocument.of(joined, logged.nextOffset());
                    changed.put(member.id(), member);
                }
                case ServerEvent.Created e -> {}
                case ChannelEvent.Created e -> {}
                case InviteEvent.Created e -> {}
            }
        }
        members.save(changed.values());
    }
}
