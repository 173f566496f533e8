package io.webchat.standalone.supervisor;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The resident memory of a stack's processes, of its supervisor and of the reaper. */
public final class StackMemory {
    /** What a whole stack may hold at rest. */
    public static final long LIMIT_BYTES = 3584L << 20;

    private StackMemory() {}

    /** Bytes by pid. */
    public static Map<Long, Long> byPid(StackState state) {
        return ResidentMemory.of(pids(state));
    }

    /** Bytes of all together. */
    public static long total(StackState state) {
        return byPid(state).values().stream().mapToLong(Long::longValue).sum();
    }

    private static List<Long> pids(StackState state) {
        var result = new ArrayList<Long>();
        result.add(state.supervisor().pid());
        result.add(state.reaper().pid());
        for (var process : state.processes()) {
            if (process.process() != null) {
                result.add(process.process().pid());
            }
        }
        return result;
    }
}
