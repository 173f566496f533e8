package io.webchat.push.resume;

import io.webchat.log.LogEpoch;
import io.webchat.log.Topic;
import io.webchat.push.fanout.FanOut;
import io.webchat.push.fanout.LogFeed;
import io.webchat.push.fanout.Step;
import io.webchat.push.fanout.Wordings;
import io.webchat.push.protocol.EventStream;
import io.webchat.push.protocol.Positions;
import io.webchat.push.protocol.ResetReason;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * Starts delivery to a client: now, or where another connection ended, on this instance or another, dead or alive.
 *
 * <p><b>Guarantees.</b> A client that resumes gets every event since its positions that it may see now, in the order of
 * each stream, none of them twice, and goes over to live delivery without a gap; or it is told that this cannot be. Of
 * a message that is edited, deleted or erased by then it is not told what it said before. A position that this instance
 * has not reached is not refused before everything that is committed has been read. A client that reads slowly is
 * waited for and costs nobody else anything. <b>Limits.</b> Work for one client is bounded: who has missed more than
 * the configured number of records fetches anew. Both methods wait; they want a thread of their own.
 */
public final class SessionStart {
    private static final Duration CURRENT_TIMEOUT = Duration.ofSeconds(5);

    private final FanOut fanOut;
    private final LogFeed feed;
    private final LogBeginnings beginnings;
    private final LogReader reader;
    private final LogEpoch epoch;
    private final long maxLogRecords;
    private final ResumeMetrics metrics;

    SessionStart(
            FanOut fanOut,
            LogFeed feed,
            LogBeginnings beginnings,
            LogReader reader,
            LogEpoch epoch,
            ResumeProperties properties,
            ResumeMetrics metrics) {
        this.fanOut = fanOut;
        this.feed = feed;
        this.beginnings = beginnings;
        this.reader = reader;
        this.epoch = epoch;
        this.maxLogRecords = properties.maxLogRecords();
        this.metrics = metrics;
    }

    /** Starts at the current positions. */
    public void identify(ReturningClient client) throws LogUnavailableException {
        if (!feed.awaitFresh(CURRENT_TIMEOUT)) {
            throw new LogUnavailableException("the log does not answer");
        }
        fanOut.join(client);
        client.started();
    }

    /**
     * Goes on at the given positions, or resets and starts at the current ones.
     *
     * @param acknowledged up to where the client was told of everything, also of channels that it does not watch; of no
     *     interest where it is given all messages
     */
    public void resume(
            ReturningClient client,
            String clientEpoch,
            Map<String, Long> positions,
            Optional<Map<String, Long>> acknowledged)
            throws LogUnavailableException, InterruptedException {
        try {
            var from = accept(clientEpoch, positions);
            var settled = client.digest() == null || acknowledged.isEmpty()
                    ? from
                    : from.noLater(EventStream.MESSAGES, parse(acknowledged.get()));
            requireStillThere(settled, fanOut.notInMemory(settled));
            client.comesBack(from, settled);
            client.started();
            catchUp(client, settled);
        } catch (UnresumableException e) {
            metrics.reset(e.reason());
            client.reset(e.reason());
            identify(client);
        }
    }

    private Positions accept(String clientEpoch, Map<String, Long> positions)
            throws UnresumableException, LogUnavailableException {
        if (!clientEpoch.equals(epoch.value())) {
            throw new UnresumableException(ResetReason.EPOCH_CHANGED);
        }
        var from = parse(positions);
        if (!feed.awaitFresh(CURRENT_TIMEOUT)) {
            throw new LogUnavailableException("the log does not answer");
        }
        if (from.aheadOf(fanOut.positions())) {
            requireReached(from);
        }
        return from;
    }

    private static Positions parse(Map<String, Long> positions) throws UnresumableException {
        return Positions.parse(positions).orElseThrow(() -> new UnresumableException(ResetReason.UNKNOWN_POSITION));
    }

    private void requireStillThere(Positions from, Map<EventStream, Long> gaps)
            throws UnresumableException, LogUnavailableException, InterruptedException {
        if (gaps.isEmpty()) {
            return;
        }
        var records = gaps.entrySet().stream()
                .mapToLong(gap -> gap.getValue() - from.at(gap.getKey()))
                .sum();
        if (records > maxLogRecords || !beginnings.reach(from, gaps.keySet())) {
            throw new UnresumableException(ResetReason.TOO_OLD);
        }
    }

    /** Another instance may have been faster than this one, so positions ahead of it prove nothing yet. */
    private void requireReached(Positions from) throws UnresumableException, LogUnavailableException {
        if (!feed.awaitCurrent(CURRENT_TIMEOUT)) {
            throw new LogUnavailableException("the log does not answer");
        }
        if (from.aheadOf(fanOut.positions())) {
            throw new UnresumableException(ResetReason.UNKNOWN_POSITION);
        }
    }

    private void catchUp(ReturningClient client, Positions from)
            throws UnresumableException, LogUnavailableException, InterruptedException {
        var at = from;
        var fromLog = false;
        var wordings = new Wordings();
        var wordingsKnown = from;
        while (client.awaitRoom()) {
            switch (fanOut.advance(client, at, wordings)) {
                case Step.Live() -> {
                    metrics.resumed(fromLog);
                    return;
                }
                case Step.Replay(var events, var next, var covered) -> {
                    fanOut.replay(client, events, covered);
                    client.progressed(next);
                    at = next;
                }
                case Step.ReadLog(Map<EventStream, Long> until, Wordings since) -> {
                    if (isOfMessages(until)) {
                        wordings.addAll(since);
                        wordingsKnown = findWordings(client, wordingsKnown.noEarlier(at), until, wordings);
                    }
                    if (client.isThere()) {
                        at = reader.read(client, at, until, wordings);
                        fromLog = true;
                    }
                }
            }
        }
    }

    /**
     * Adds what the messages say that changed between some positions, for as long as the client is there; returns up to
     * where it is known then.
     */
    private Positions findWordings(
            ReturningClient client, Positions from, Map<EventStream, Long> until, Wordings wordings)
            throws UnresumableException, LogUnavailableException, InterruptedException {
        var known = from;
        while (client.isThere() && isBefore(known, until)) {
            known = reader.findWordings(client::isThere, known, until, wordings);
        }
        return known;
    }

    private static boolean isBefore(Positions positions, Map<EventStream, Long> until) {
        return until.entrySet().stream().anyMatch(end -> positions.at(end.getKey()) < end.getValue());
    }

    /** A step reads one topic. */
    private static boolean isOfMessages(Map<EventStream, Long> streams) {
        return streams.keySet().stream().anyMatch(stream -> stream.topic() == Topic.MESSAGES);
    }
}
