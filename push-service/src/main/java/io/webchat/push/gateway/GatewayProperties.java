package io.webchat.push.gateway;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Limits and deadlines of a connection.
 *
 * @param heartbeat how often a client gives a sign of life; after two of these without any frame it is taken for dead
 * @param identifyTimeout from the opening to {@code identify} or {@code resume}
 * @param deadlineCheck how often deadlines are looked at, and so how late they may strike
 * @param firstFrameSize of a client's first frame at most, in UTF-8, before it is known who it is
 * @param frameSize of a client's further frames at most, in UTF-8
 * @param framesPerMinute of one client at most
 * @param queueSize of all frames that wait for a client at most
 * @param queueAge of the oldest frame that waits for a client at most
 * @param connectionsPerUser to this instance at most
 * @param connectionsPerAddress to this instance at most; many people may share an address
 * @param drain over which the clients are told to move when the instance goes down; it takes up to five seconds more
 *     than this, and what stops it has to be that patient
 * @param drainWave how many are told at once at least
 */
@Validated
@ConfigurationProperties("webchat.push.gateway")
record GatewayProperties(
        @DefaultValue("25s") Duration heartbeat,
        @DefaultValue("5s") Duration identifyTimeout,
        @DefaultValue("500ms") Duration deadlineCheck,
        @DefaultValue("8KB") DataSize firstFrameSize,
        @DefaultValue("64KB") DataSize frameSize,
        @DefaultValue("120") @Min(1) int framesPerMinute,
        @DefaultValue("256KB") DataSize queueSize,
        @DefaultValue("10s") Duration queueAge,
        @DefaultValue("50") @Min(1) int connectionsPerUser,
        @DefaultValue("5000") @Min(1) int connectionsPerAddress,
        @DefaultValue("10s") Duration drain,
        @DefaultValue("100") @Min(1) int drainWave) {}
