package io.webchat.command.message;

import io.webchat.log.Topic;
import io.webchat.support.log.LogClients;
import io.webchat.support.log.LogUnavailable;
import io.webchat.support.problem.ProblemException;
import io.webchat.support.problem.ProblemType;
import java.time.Duration;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.apache.commons.pool2.BasePooledObjectFactory;
import org.apache.commons.pool2.PooledObject;
import org.apache.commons.pool2.impl.DefaultPooledObject;
import org.apache.commons.pool2.impl.GenericObjectPool;
import org.apache.commons.pool2.impl.GenericObjectPoolConfig;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads single records of the messages' log back. It does so with few consumers, which are kept and used again: each
 * has buffers and connections of its own, and somebody who repeats a message ten times a second must not make a new one
 * each time.
 *
 * <p>So many reads happen at once as there may be consumers. Who comes on top of that waits in turn, and is refused for
 * now if none is free in time. A consumer that failed, or that nobody has needed for a while, is closed. Safe from any
 * thread.
 */
final class RecordReader implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(RecordReader.class);

    /** A read wants one record; the smallest batch that a broker gives is enough. */
    private static final int FETCH_BYTES = 4_096;

    /** What a read asks for is there. A broker that holds a fetch back for more holds up the next read. */
    private static final int FETCH_WAIT_MILLIS = 10;

    private static final Duration CLOSE_WITHIN = Duration.ofSeconds(1);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private final RecordReaderProperties properties;
    private final GenericObjectPool<Consumer<byte[], byte[]>> consumers;

    RecordReader(LogClients clients, RecordReaderProperties properties) {
        this(() -> consumer(clients), properties);
    }

    /** @param made makes consumers with {@code isolation.level=read_committed} and no group */
    RecordReader(Supplier<Consumer<byte[], byte[]>> made, RecordReaderProperties properties) {
        this.properties = properties;
        var config = new GenericObjectPoolConfig<Consumer<byte[], byte[]>>();
        config.setMaxTotal(properties.consumers());
        config.setMaxIdle(properties.consumers());
        config.setFairness(true);
        config.setTimeBetweenEvictionRuns(properties.idle());
        config.setMinEvictableIdleDuration(properties.idle());
        config.setNumTestsPerEvictionRun(properties.consumers());
        config.setJmxEnabled(false);
        this.consumers = new GenericObjectPool<>(new Factory(made), config);
    }

    private static Consumer<byte[], byte[]> consumer(LogClients clients) {
        var config = clients.consumerConfig();
        config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 1);
        config.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, FETCH_BYTES);
        config.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, FETCH_WAIT_MILLIS);
        return new KafkaConsumer<>(config);
    }

    /**
     * The record at an offset.
     *
     * @throws ProblemException {@code log-unavailable} (503) if Kafka does not give it in time, or has it no more;
     *     {@code overloaded} (503) if no consumer is free in time
     */
    ConsumerRecord<byte[], byte[]> read(int partition, long offset) {
        var record = next(new TopicPartition(Topic.MESSAGES.topicName(), partition), offset);
        // Where an erasure has removed the record, Kafka gives the next one.
        if (record == null || record.offset() != offset) {
            throw LogUnavailable.because(new TimeoutException("the first record of a command was not read"));
        }
        return record;
    }

    /** Closes the consumers; one that is being read from, when that ends. */
    @Override
    public void close() {
        consumers.close();
    }

    private @Nullable ConsumerRecord<byte[], byte[]> next(TopicPartition partition, long offset) {
        var consumer = borrow();
        var isSound = false;
        try {
            var record = poll(consumer, partition, offset);
            isSound = true;
            return record;
        } catch (KafkaException e) {
            throw LogUnavailable.because(e);
        } finally {
            giveBack(consumer, isSound);
        }
    }

    private @Nullable ConsumerRecord<byte[], byte[]> poll(
            Consumer<byte[], byte[]> consumer, TopicPartition partition, long offset) {
        consumer.assign(List.of(partition));
        consumer.seek(partition, offset);
        var deadline = System.nanoTime() + properties.readWithin().toNanos();
        for (var left = properties.readWithin();
                left.isPositive();
                left = Duration.ofNanos(deadline - System.nanoTime())) {
            var records = consumer.poll(left);
            if (!records.isEmpty()) {
                return records.iterator().next();
            }
        }
        return null;
    }

    private Consumer<byte[], byte[]> borrow() {
        try {
            return consumers.borrowObject(properties.freeWithin());
        } catch (NoSuchElementException e) {
            throw new ProblemException(
                            ProblemType.OVERLOADED,
                            "Too many messages that were sent before are looked up at the moment.")
                    .retryAfter(RETRY_AFTER);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw LogUnavailable.because(e);
        } catch (Exception e) {
            // The pool is closed, or a consumer could not be made.
            throw LogUnavailable.because(e);
        }
    }

    private void giveBack(Consumer<byte[], byte[]> consumer, boolean isSound) {
        if (isSound) {
            consumers.returnObject(consumer);
            return;
        }
        try {
            consumers.invalidateObject(consumer);
        } catch (Exception e) {
            log.warn("cannot close a consumer that failed", e);
        }
    }

    private static final class Factory extends BasePooledObjectFactory<Consumer<byte[], byte[]>> {
        private final Supplier<Consumer<byte[], byte[]>> made;

        Factory(Supplier<Consumer<byte[], byte[]>> made) {
            this.made = made;
        }

        @Override
        public Consumer<byte[], byte[]> create() {
            return made.get();
        }

        @Override
        public PooledObject<Consumer<byte[], byte[]>> wrap(Consumer<byte[], byte[]> consumer) {
            return new DefaultPooledObject<>(consumer);
        }

        @Override
        public void destroyObject(PooledObject<Consumer<byte[], byte[]>> pooled) {
            pooled.getObject().close(CloseOptions.timeout(CLOSE_WITHIN));
        }
    }
}
