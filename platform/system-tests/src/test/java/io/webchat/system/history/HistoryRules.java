package io.webchat.system.history;

import io.webchat.client.HistoryMessage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What must hold between what was written to a channel, its history and what each reader's sockets brought together:
 *
 * <ol>
 *   <li>each acknowledged message is in the history once, and nothing else is;
 *   <li>numbers count from 1 without a gap;
 *   <li>a message that was acknowledged before another one was begun comes before it, whoever wrote them;
 *   <li>a reader who was connected from the beginning has the same messages in the same order.
 * </ol>
 */
final class HistoryRules {
    private final List<String> broken = new ArrayList<>();

    private HistoryRules() {}

    /** The rules that are broken, in words; empty if all is well. */
    static List<String> broken(List<Write> writes, List<HistoryMessage> history, Map<String, List<UUID>> readers) {
        var rules = new HistoryRules();
        rules.exactlyOnce(writes, history);
        rules.dense(history);
        rules.realTimeOrder(writes, history);
        var ids = history.stream().map(HistoryMessage::messageId).toList();
        readers.forEach((reader, seen) -> rules.sameAs(ids, reader, seen));
        return rules.broken;
    }

    private void exactlyOnce(List<Write> writes, List<HistoryMessage> history) {
        var missing = new HashSet<UUID>();
        writes.forEach(write -> missing.add(write.messageId()));
        for (var message : history) {
            if (!missing.remove(message.messageId())) {
                broken.add("doubled or never written: " + message);
            }
        }
        missing.forEach(id -> broken.add("acknowledged and lost: " + id));
    }

    private void dense(List<HistoryMessage> history) {
        for (var i = 0; i < history.size(); i++) {
            if (history.get(i).number() != i + 1) {
                broken.add("number " + history.get(i).number() + " (expected: " + (i + 1) + ")");
                return;
            }
        }
    }

    private void realTimeOrder(List<Write> writes, List<HistoryMessage> history) {
        var byId = new HashMap<UUID, Write>();
        writes.forEach(write -> byId.put(write.messageId(), write));
        Write latestBegun = null;
        for (var message : history) {
            var write = byId.get(message.messageId());
            if (write == null) {
                continue;
            }
            if (latestBegun != null && write.acknowledged() < latestBegun.begun()) {
                broken.add(write.messageId() + " was acknowledged before " + latestBegun.messageId()
                        + " was begun, and comes after it");
            }
            if (latestBegun == null || write.begun() > latestBegun.begun()) {
                latestBegun = write;
            }
        }
    }

    private void sameAs(List<UUID> history, String reader, List<UUID> seen) {
        for (var i = 0; i < Math.max(history.size(), seen.size()); i++) {
            var expected = i < history.size() ? history.get(i) : null;
            var actual = i < seen.size() ? seen.get(i) : null;
            if (expected == null || !expected.equals(actual)) {
                broken.add(reader + " saw " + actual + " at place " + (i + 1) + " (expected: " + expected + ")");
                return;
            }
        }
    }
}
