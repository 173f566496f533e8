package io.webchat.projection.conversation;

import io.webchat.domain.structure.StructureEvent;
import io.webchat.log.codec.WireCodec;
import io.webchat.projection.consume.Logged;
import io.webchat.projection.consume.Projection;
import io.webchat.projection.consume.View;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Keeps one document per direct conversation. */
@Component
class ConversationProjection implements Projection<StructureEvent> {
    private final ConversationRepository conversations;

    ConversationProjection(ConversationRepository conversations) {
        this.conversations = conversations;
    }

    @Override
    public View view() {
        return ConversationRepository.VIEW;
    }

    @Override
    public WireCodec<StructureEvent> codec() {
        return WireCodec.STRUCTURE;
    }

    @Override
    public void apply(List<Logged<StructureEvent>> events) {
        var states = conversations.load(events.stream()
                .map(logged -> logged.event().serverId().toString())
                .collect(Collectors.toSet()));
        for (var logged : events) {
            states.compute(
                    logged.event().serverId().toString(),
                    (id, state) -> ConversationDocument.evolve(state, logged.event(), logged.nextOffset()));
        }
        conversations.save(states.values());
    }
}
