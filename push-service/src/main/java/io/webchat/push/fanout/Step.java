package io.webchat.push.fanout;

import io.webchat.push.protocol.EventStream;
import io.webchat.push.protocol.Positions;
import java.util.List;
import java.util.Map;

/** What a returning client needs next. */
public sealed interface Step {
    /**
     * Hand it these events; then it is at {@code next}.
     *
     * @param covered where this instance was when it looked
     */
    record Replay(List<LogEvent> events, Positions next, Positions covered) implements Step {}

    /**
     * Read these streams from the log, up to these offsets: what is before them is not in memory.
     *
     * @param since what becomes of messages after these offsets
     */
    record ReadLog(Map<EventStream, Long> until, Wordings since) implements Step {}

    /** Nothing: it has been handed everything and is live. */
    record Live() implements Step {}
}
