package io.webchat.command.message;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.webchat.domain.Decision;
import io.webchat.domain.Rejection;
import io.webchat.domain.message.MessageCommand;
import io.webchat.domain.message.MessageDecider;
import io.webchat.domain.message.MessageEvent;
import io.webchat.domain.message.MessageId;
import io.webchat.domain.structure.ChannelId;
import io.webchat.log.LogPosition;
import io.webchat.log.LogRecords;
import io.webchat.log.Partitioning;
import io.webchat.log.Topic;
import io.webchat.support.consistency.ConsistencyToken;
import io.webchat.support.log.CurrentStructure;
import io.webchat.support.log.LogUnavailable;
import io.webchat.support.problem.ProblemException;
import io.webchat.support.problem.ProblemType;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.support.SendResult;
import org.springframework.stereotype.Component;

/**
 * Appends what people say: authorised on the replica, acknowledged by all in-sync brokers, no database involved.
 *
 * <p><b>Repetition.</b> The first record with a message id in a channel is the message; every reader ignores later
 * ones. An instance that remembers a message does not append it again, which keeps the log tidy but is not what the
 * guarantee rests on: a retry at another instance, or after a restart, may append a second record, and it means
 * nothing.
 *
 * <p><b>Failure.</b> Without an acknowledgement the answer is 503: the message may or may not be in the log, and the
 * client repeats it under the same id.
 */
@Component
class MessageAppender {
    private static final Duration REMEMBERED = Duration.ofMinutes(10);
    private static final int REMEMBERED_AT_MOST = 100_000;

    private final CurrentStructure structure;
    private final KafkaTemplate<byte[], byte[]> log;
    private final LogRecords records;
    private final Cache<Key, CompletableFuture<Appended>> recent = Caffeine.newBuilder()
            .expireAfterWrite(REMEMBERED)
            .maximumSize(REMEMBERED_AT_MOST)
            .build();

    MessageAppender(CurrentStructure structure, KafkaTemplate<byte[], byte[]> logTemplate, LogRecords records) {
        this.structure = structure;
        this.log = logTemplate;
        this.records = records;
    }

    /**
     * A message in the log.
     *
     * @param positions what a reader must have seen to see the message: the message itself, and the structure that it
     *     was authorised on
     */
    record Appended(MessageEvent.Posted event, List<LogPosition> positions) {}

    private record Key(ChannelId channel, MessageId message) {}

    /** Appends a message and waits for the acknowledgement. */
    Appended append(MessageCommand.Post command, ConsistencyToken caller) {
        var snapshot = structure.asOf(caller).snapshotOf(command.channelId());
        var decision = MessageDecider.decide(snapshot.map(s -> s.server()).orElse(null), command);
        return switch (decision) {
            case Decision.Rejected<MessageEvent>(Rejection rejection) -> throw ProblemException.rejected(rejection);
            case Decision.Accepted<MessageEvent>(List<MessageEvent> events) ->
                await(once(
                        command,
                        (MessageEvent.Posted) events.getFirst(),
                        snapshot.orElseThrow().nextOffset()));
        };
    }

    private CompletableFuture<Appended> once(
            MessageCommand.Post command, MessageEvent.Posted event, long structureOffset) {
        var key = new Key(command.channelId(), command.messageId());
        var mine = new CompletableFuture<Appended>();
        var first = recent.asMap().putIfAbsent(key, mine);
        if (first == null) {
            mine.whenComplete((appended, failure) -> {
                if (failure != null) {
                    recent.asMap().remove(key, mine);
                }
            });
            send(event, structureOffset, mine);
            return mine;
        }
        return first.thenApply(appended -> sameAuthor(appended, command));
    }

    private void send(MessageEvent.Posted event, long structureOffset, CompletableFuture<Appended> result) {
        try {
            log.send(records.message(event, structureOffset))
                    .whenComplete((sent, failure) -> settle(event, structureOffset, result, sent, failure));
        } catch (RuntimeException e) {
            // Without metadata of the topic, or room in its buffer, the producer fails before it sends.
            result.completeExceptionally(e);
        }
    }

    private static void settle(
            MessageEvent.Posted event,
            long structureOffset,
            CompletableFuture<Appended> result,
            @Nullable SendResult<byte[], byte[]> sent,
            @Nullable Throwable failure) {
        if (sent == null) {
            result.completeExceptionally(failure == null ? new IllegalStateException("no result") : failure);
            return;
        }
        var at = sent.getRecordMetadata();
        result.complete(new Appended(
                event,
                List.of(
                        LogPosition.after(Topic.MESSAGES, at.partition(), at.offset()),
                        new LogPosition(
                                Topic.STRUCTURE,
                                Partitioning.partitionOf(event.serverId().value()),
                                structureOffset))));
    }

    private static Appended sameAuthor(Appended appended, MessageCommand.Post command) {
        if (!appended.event().authorId().equals(command.actor())) {
            throw new ProblemException(ProblemType.ALREADY_EXISTS, "There is already a message with this id.");
        }
        return appended;
    }

    private static Appended await(CompletableFuture<Appended> append) {
        try {
            return append.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof ProblemException problem) {
                throw problem;
            }
            throw LogUnavailable.because(e.getCause());
        }
    }
}
