package io.webchat.projection.invite;

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
import java.util.LinkedHashMap;
import java.util.List;
import org.springframework.stereotype.Component;

/** Keeps one document per invite, found by its code. */
@Component
class InviteProjection implements Projection<StructureEvent> {
    private final InviteRepository invites;

    InviteProjection(InviteRepository invites) {
        this.invites = invites;
    }

    @Override
    public View view() {
        return InviteRepository.VIEW;
    }

    @Override
    public WireCodec<StructureEvent> codec() {
        return WireCodec.STRUCTURE;
    }

    @Override
    public void apply(List<Logged<StructureEvent>> events) {
        var changed = new LinkedHashMap<String, InviteDocument>();
        for (var logged : events) {
            switch (logged.event()) {
                case InviteEvent.Created created -> {
                    var invite = InviteDocument.of(created, logged.nextOffset());
                    changed.put(invite.id(), invite);
                }
                case InviteEvent.Revoked e -> {}
                case ServerEvent e -> {}
                case CategoryEvent e -> {}
                case ChannelEvent e -> {}
                case RoleEvent e -> {}
                case MemberEvent e -> {}
                case ConversationEvent e -> {}
            }
        }
        invites.save(changed.values());
    }
}
