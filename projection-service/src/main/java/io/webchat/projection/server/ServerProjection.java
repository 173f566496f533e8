package io.webchat.projection.server;

import io.webchat.domain.structure.StructureEvent;
import io.webchat.log.codec.WireCodec;
import io.webchat.projection.consume.Logged;
import io.webchat.projection.consume.Projection;
import io.webchat.projection.consume.View;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Folds the structure into one document per server. */
@Component
class ServerProjection implements Projection<StructureEvent> {
    private final ServerRepository servers;

    ServerProjection(ServerRepository servers) {
        this.servers = servers;
    }

    @Override
    public View view() {
        return ServerRepository.VIEW;
    }

    @Override
    public WireCodec<StructureEvent> codec() {
        return WireCodec.STRUCTURE;
    }

    @Override
    public void prepare() {
        servers.createIndexes();
    }

    @Override
    public void apply(List<Logged<StructureEvent>> events) {
        var states = servers.load(events.stream()
                .map(logged -> logged.event().serverId().toString())
                .collect(Collectors.toSet()));
        for (var logged : events) {
            states.compute(
                    logged.event().serverId().toString(),
                    (id, state) -> ServerDocument.evolve(state, logged.event(), logged.nextOffset()));
        }
        servers.save(states.values());
    }
}
