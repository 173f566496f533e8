package io.webchat.support.limit;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.Assert;
import org.springframework.util.unit.DataSize;

/**
 * The limits of one request.
 *
 * @param maxBody the largest body, after decoding of chunks
 * @param bodyRoom for all bodies that are in memory at a time, but small ones and those that are read piece by piece;
 *     absent for a sixteenth of the heap
 * @param requestTime from the arrival of the headers to the end of the answer
 */
@ConfigurationProperties("webchat.limit")
public record LimitProperties(
        @DefaultValue("1MB") DataSize maxBody,
        @Nullable DataSize bodyRoom,
        @DefaultValue("30s") Duration requestTime) {
    public LimitProperties {
        Assert.isTrue(maxBody.toBytes() > 0, "webchat.limit.max-body: " + maxBody + " (expected: > 0)");
        Assert.isTrue(requestTime.isPositive(), "webchat.limit.request-time: " + requestTime + " (expected: > 0)");
    }
}
