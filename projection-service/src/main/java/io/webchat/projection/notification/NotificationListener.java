package io.webchat.projection.notification;

import io.webchat.domain.message.MessageEvent;
import io.webchat.log.codec.UnreadableRecordException;
import io.webchat.log.codec.WireCodec;
import io.webchat.projection.notification.Notifications.Posted;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.listener.BatchAcknowledgingMessageListener;
import org.springframework.kafka.support.Acknowledgment;

/**
 * Reads what was posted, and forgets it before it calls anybody: whatever happens then, nobody is called twice. It
 * waits until the newest message of a batch is as old as it has to be, so a batch holds what came meanwhile.
 */
final class NotificationListener implements BatchAcknowledgingMessageListener<byte[], byte[]> {
    private static final Logger log = LoggerFactory.getLogger(NotificationListener.class);

    private final Notifications notifications;
    private final Duration grace;
    private final Clock clock;

    NotificationListener(Notifications notifications, Duration grace, Clock clock) {
        this.notifications = notifications;
        this.grace = grace;
        this.clock = clock;
    }

    @Override
    public void onMessage(List<ConsumerRecord<byte[], byte[]>> records, @Nullable Acknowledgment acknowledgment) {
        Objects.requireNonNull(acknowledgment).acknowledge();
        var posted = new ArrayList<Posted>();
        // A batch is of several partitions: the last record need not be the newest.
        var newest = Long.MIN_VALUE;
        for (var record : records) {
            var event = posted(record);
            if (event != null) {
                posted.add(new Posted(event, record.offset()));
                newest = Math.max(newest, record.timestamp());
            }
        }
        if (!posted.isEmpty() && waitFor(Instant.ofEpochMilli(newest))) {
            notifications.call(posted);
        }
    }

    /** What may call somebody; null for anything else. Old records are not even read. */
    private MessageEvent.@Nullable Posted posted(ConsumerRecord<byte[], byte[]> record) {
        if (record.value() == null || !notifications.isFresh(Instant.ofEpochMilli(record.timestamp()))) {
            return null;
        }
        try {
            return WireCodec.MESSAGES.decode(record) instanceof MessageEvent.Posted event
                            && notifications.isFresh(event.at())
                    ? event
                    : null;
        } catch (UnreadableRecordException e) {
            // The timeline has put it aside and told of it.
            log.debug("nobody is called for what cannot be read", e);
            return null;
        }
    }

    private boolean waitFor(Instant newest) {
        var ripe = newest.plus(grace);
        var wait = Duration.between(clock.instant(), ripe);
        try {
            if (wait.isPositive()) {
                // A clock that is ahead keeps nobody longer than that.
                Thread.sleep(wait.compareTo(grace) < 0 ? wait : grace);
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
