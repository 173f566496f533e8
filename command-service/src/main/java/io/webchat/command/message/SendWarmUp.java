package io.webchat.command.message;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.webchat.domain.message.MessageEvent;
import io.webchat.domain.message.MessageId;
import io.webchat.domain.structure.ChannelId;
import io.webchat.domain.structure.CommandId;
import io.webchat.domain.structure.ServerId;
import io.webchat.domain.user.UserId;
import io.webchat.log.Ids;
import io.webchat.log.LogRecords;
import io.webchat.log.Topic;
import io.webchat.support.consistency.ConsistencyToken;
import io.webchat.support.consistency.ConsistencyTokens;
import io.webchat.support.token.AccessTokens;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.core.env.Environment;
import org.springframework.http.MediaType;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.stereotype.Component;

/**
 * Takes the path of a message before the service is ready, so that the first people to speak do not pay for classes
 * that are loaded, and code that is compiled, when they are first used.
 *
 * <p>It posts to its own address, through everything that a client's request passes, to a channel that does not exist:
 * the answer is 404, and nothing is written anywhere. Beside it, a record is encoded and dropped, and the producer
 * fetches the metadata of the topic and an id of its own. What stays cold is the acknowledgement itself.
 *
 * <p>An {@link ApplicationRunner} runs after the web server has started and before readiness turns up. Whatever goes
 * wrong here is logged and forgotten: a service that could not warm up is a slower one. Its requests count in the
 * metrics as so many 404.
 */
@Component
@EnableConfigurationProperties(SendWarmUpProperties.class)
final class SendWarmUp implements ApplicationRunner {
    private static final Logger log = LoggerFactory.getLogger(SendWarmUp.class);
    private static final Duration TOKEN_LIFETIME = Duration.ofMinutes(1);
    private static final String CONTENT = "warm-up";

    private final SendWarmUpProperties properties;
    private final Environment environment;
    private final ServerProperties server;
    private final AccessTokens accessTokens;
    private final ConsistencyTokens consistencyTokens;
    private final KafkaTemplate<byte[], byte[]> producer;
    private final LogRecords records;
    private final Clock clock;

    SendWarmUp(
            SendWarmUpProperties properties,
            Environment environment,
            ServerProperties server,
            AccessTokens accessTokens,
            ConsistencyTokens consistencyTokens,
            KafkaTemplate<byte[], byte[]> logTemplate,
            LogRecords records,
            Clock clock) {
        this.properties = properties;
        this.environment = environment;
        this.server = server;
        this.accessTokens = accessTokens;
        this.consistencyTokens = consistencyTokens;
        this.producer = logTemplate;
        this.records = records;
        this.clock = clock;
    }

    @Override
    public void run(ApplicationArguments ignored) {
        var begun = System.nanoTime();
        try {
            log.info(
                    "warmed up with {} requests in {} ms",
                    warmUp(begun + properties.atMost().toNanos()),
                    Duration.ofNanos(System.nanoTime() - begun).toMillis());
        } catch (IOException | URISyntaxException | RuntimeException e) {
            log.warn("could not warm up, so the first requests will be slower: {}", e.toString());
        }
    }

    private int warmUp(long deadline) throws IOException, URISyntaxException {
        if (properties.requests() == 0) {
            return 0;
        }
        producer.partitionsFor(Topic.MESSAGES.topicName());
        var nobody = new UserId(Ids.fresh());
        var now = clock.instant();
        var bearer = "Bearer " + accessTokens.issue(nobody, Ids.fresh().toString(), now, now.plus(TOKEN_LIFETIME));
        var done = 0;
        while (done < properties.requests() && System.nanoTime() < deadline) {
            post(nobody, bearer);
            encode(nobody, now);
            done++;
        }
        return done;
    }

    private void post(UserId nobody, String bearer) throws IOException, URISyntaxException {
        var connection = (HttpURLConnection) address().openConnection();
        // One answer that takes longer than all of them may ends the warm-up as well.
        var timeout = Math.max(1, Math.toIntExact(properties.atMost().toMillis()));
        connection.setConnectTimeout(timeout);
        connection.setReadTimeout(timeout);
        connection.setDoOutput(true);
        connection.setRequestProperty("Authorization", bearer);
        connection.setRequestProperty("Content-Type", MediaType.APPLICATION_JSON_VALUE);
        connection.setRequestProperty(
                ConsistencyTokens.HEADER, consistencyTokens.encode(nobody, ConsistencyToken.EMPTY));
        try (var body = connection.getOutputStream()) {
            body.write("{\"messageId\":\"%s\",\"content\":\"%s\"}"
                    .formatted(Ids.fresh(), CONTENT)
                    .getBytes(UTF_8));
        }
        var status = connection.getResponseCode();
        if (status != HttpURLConnection.HTTP_NOT_FOUND) {
            throw new IllegalStateException("status: " + status + " (expected: 404)");
        }
        try (var answer = connection.getErrorStream()) {
            // Read to its end, so that the connection is used again.
            answer.readAllBytes();
        }
    }

    /** A service that listens everywhere is reached on the loopback address. */
    private URL address() throws IOException, URISyntaxException {
        var bound = server.getAddress();
        var host = bound == null || bound.isAnyLocalAddress() ? InetAddress.getLoopbackAddress() : bound;
        var port = environment.getRequiredProperty("local.server.port", Integer.class);
        var path = "/api/channels/" + Ids.fresh() + "/messages";
        return new URI("http", null, host.getHostAddress(), port, path, null, null).toURL();
    }

    private void encode(UserId nobody, Instant now) {
        var event = MessageEvent.Posted.text(
                new ServerId(Ids.fresh()),
                new ChannelId(Ids.fresh()),
                new MessageId(Ids.fresh()),
                nobody,
                CONTENT,
                now);
        var dropped = records.message(event, new CommandId(event.messageId().value()), 0);
        log.trace("dropped {}", dropped);
    }
}
