package io.webchat.command.structure;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.listener.ConsumerAwareRebalanceListener;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;

/**
 * Since when the writer has been at work on something that it has not finished: a poll whose transaction has not been
 * committed, however often it was tried, or the take-over of partitions. A writer that waits for commands has nothing
 * unfinished. Thread-safe.
 */
final class WriterProgress implements TransactionExecutionListener {
    private final InstantSource clock;
    private @Nullable Instant begun;

    WriterProgress(InstantSource clock) {
        this.clock = clock;
    }

    /** Zero if there is nothing unfinished. */
    synchronized Duration unfinishedFor() {
        return begun == null ? Duration.ZERO : Duration.between(begun, clock.instant());
    }

    @Override
    public void beforeBegin(TransactionExecution transaction) {
        begins();
    }

    @Override
    public void afterCommit(TransactionExecution transaction, @Nullable Throwable failure) {
        if (failure == null) {
            ends();
        }
    }

    /** What was begun for partitions that are gone is somebody else's work now. */
    ConsumerAwareRebalanceListener watching(ConsumerAwareRebalanceListener takeOver) {
        return new ConsumerAwareRebalanceListener() {
            @Override
            public void onPartitionsAssigned(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
                begins();
                takeOver.onPartitionsAssigned(consumer, partitions);
                ends();
            }

            @Override
            public void onPartitionsRevokedAfterCommit(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
                ends();
            }

            @Override
            public void onPartitionsLost(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
                ends();
            }
        };
    }

    private synchronized void begins() {
        if (begun == null) {
            begun = clock.instant();
        }
    }

    private synchronized void ends() {
        begun = null;
    }
}
