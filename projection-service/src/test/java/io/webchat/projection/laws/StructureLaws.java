package io.webchat.projection.laws;

import io.webchat.domain.structure.MemberEvent;
import io.webchat.domain.structure.StructureEvent;
import java.util.List;

/** The laws for views of the structure, each of which sees every kind of event. */
public abstract class StructureLaws extends ViewLaws<StructureEvent> {
    @Override
    protected List<StructureEvent> history() {
        return StructureHistory.ofTwoServers();
    }

    /** Each has one of its own, but for explanations, which come with what they explain. */
    @Override
    protected String commandOf(List<StructureEvent> events, int index) {
        var explains = events.get(index) instanceof MemberEvent.ModerationExplained;
        return "command-" + (explains ? index - 1 : index);
    }
}
