package io.webchat.projection.audit;

import io.webchat.domain.structure.MemberEvent;
import io.webchat.domain.structure.StructureEvent;
import io.webchat.log.codec.WireCodec;
import io.webchat.projection.consume.Logged;
import io.webchat.projection.consume.Projection;
import io.webchat.projection.consume.View;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Numbers the events of each server densely, in the order of the log. An explanation is no entry: it belongs to the
 * entries of the same command.
 *
 * <p>The number of an event depends on what precedes it in its partition alone, and a server's count and position
 * change together, so two consumers that apply the same events write the same documents.
 */
@Component
class AuditProjection implements Projection<StructureEvent> {
    private final AuditRepository repository;

    AuditProjection(AuditRepository repository) {
        this.repository = repository;
    }

    @Override
    public View view() {
        return AuditRepository.VIEW;
    }

    @Override
    public WireCodec<StructureEvent> codec() {
        return WireCodec.STRUCTURE;
    }

    @Override
    public void prepare() {
        repository.createIndexes();
    }

    @Override
    public void apply(List<Logged<StructureEvent>> events) {
        var batch = new Batch(repository.heads(events.stream()
                .map(logged -> logged.event().serverId().toString())
                .collect(Collectors.toSet())));
        events.forEach(batch::add);
        batch.write();
    }

    private final class Batch {
        private final Map<String, AuditHead> known;
        private final Map<String, AuditHead> advanced = new LinkedHashMap<>();
        private final List<AuditEntryDocument> entries = new ArrayList<>();
        private final List<AuditReason> reasons = new ArrayList<>();

        Batch(Map<String, AuditHead> known) {
            this.known = known;
        }

        void add(Logged<StructureEvent> logged) {
            var server = logged.event().serverId().toString();
            var head = known.getOrDefault(server, AuditHead.none(server));
            if (logged.nextOffset() <= head.position()) {
                return;
            }
            if (logged.event() instanceof MemberEvent.ModerationExplained explained) {
                if (logged.commandId() != null) {
                    reasons.add(new AuditReason(AuditReason.id(server, logged.commandId()), explained.reason()));
                }
                head = head.passed(logged.nextOffset());
            } else {
                head = head.counted(logged.nextOffset());
                entries.add(AuditEntryDocument.of(logged, head.number()));
            }
            known.put(server, head);
            advanced.put(server, head);
        }

        void write() {
            repository.save(reasons, entries, advanced.values());
        }
    }
}
