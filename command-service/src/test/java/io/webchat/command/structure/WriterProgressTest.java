package io.webchat.command.structure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.listener.ConsumerAwareRebalanceListener;
import org.springframework.transaction.TransactionExecution;

class WriterProgressTest {
    private static final TransactionExecution TRANSACTION = new TransactionExecution() {};

    private Instant now = Instant.EPOCH;
    private final WriterProgress progress = new WriterProgress(() -> now);

    @Test
    void aWriterThatWaitsHasNothingUnfinished() {
        secondsPass(100);

        assertThat(progress.unfinishedFor()).isZero();
    }

    @Test
    void tryingAgainIsTheSameWork() {
        progress.beforeBegin(TRANSACTION);
        secondsPass(3);
        progress.afterRollback(TRANSACTION, null);
        progress.beforeBegin(TRANSACTION);
        progress.afterCommit(TRANSACTION, new IllegalStateException("not committed"));
        secondsPass(4);

        assertThat(progress.unfinishedFor()).isEqualTo(Duration.ofSeconds(7));
    }

    @Test
    void aCommitFinishesIt() {
        progress.beforeBegin(TRANSACTION);
        progress.afterCommit(TRANSACTION, null);
        secondsPass(5);

        assertThat(progress.unfinishedFor()).isZero();
    }

    @Test
    void aTakeOverIsWorkToo() {
        takingOver(() -> secondsPass(6));
        assertThat(progress.unfinishedFor()).isZero();

        assertThatIllegalStateException()
                .isThrownBy(() -> takingOver(() -> {
                    throw new IllegalStateException("Kafka is away");
                }));
        secondsPass(7);
        assertThat(progress.unfinishedFor()).isEqualTo(Duration.ofSeconds(7));
    }

    @Test
    void partitionsThatAreGoneAreNobodysWorkHere() {
        progress.beforeBegin(TRANSACTION);
        progress.watching(new ConsumerAwareRebalanceListener() {})
                .onPartitionsLost(new MockConsumer<byte[], byte[]>("earliest"), List.of());
        secondsPass(1);

        assertThat(progress.unfinishedFor()).isZero();
    }

    private void takingOver(Runnable work) {
        progress.watching(new ConsumerAwareRebalanceListener() {
                    @Override
                    public void onPartitionsAssigned(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
                        work.run();
                    }
                })
                .onPartitionsAssigned(new MockConsumer<byte[], byte[]>("earliest"), List.of());
    }

    private void secondsPass(long seconds) {
        now = now.plusSeconds(seconds);
    }
}
