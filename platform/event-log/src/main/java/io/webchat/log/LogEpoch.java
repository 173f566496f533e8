package io.webchat.log;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;

/**
 * Tells one incarnation of the log from another. A topic that was deleted and made again, or restored into a new
 * cluster, counts its offsets anew: positions of the old one mean nothing in it. Derived from the ids that Kafka gives
 * topics, so every instance of every service computes the same one.
 */
public record LogEpoch(String value) {
    private static final List<Topic> POSITIONED = List.of(Topic.MESSAGES, Topic.STRUCTURE, Topic.USERS, Topic.READS);

    /**
     * Reads the epoch from the cluster. Throws {@link KafkaException} if a topic is missing or Kafka does not answer.
     */
    public static LogEpoch read(Admin admin) {
        var names = POSITIONED.stream().map(Topic::topicName).toList();
        try {
            var topics = admin.describeTopics(names).allTopicNames().get(30, TimeUnit.SECONDS);
            var ids = ByteBuffer.allocate(16 * names.size());
            for (var name : names) {
                var id = Objects.requireNonNull(topics.get(name)).topicId();
                ids.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
            }
            var digest = MessageDigest.getInstance("SHA-256").digest(ids.array());
            return new LogEpoch(Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest, 9)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("interrupted while reading the epoch of the log", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new KafkaException("cannot read the epoch of the log", e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
