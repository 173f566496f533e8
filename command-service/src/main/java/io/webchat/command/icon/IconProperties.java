package io.webchat.command.icon;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.Assert;
import org.springframework.util.unit.DataSize;

/**
 * What the icons of servers may cost.
 *
 * @param maxUpload the largest image that one is made from
 * @param uploadTime from the arrival of an upload's headers to the end of its answer
 * @param keepUnshown how long an icon is kept that its server does not show: at least until its command is decided
 */
@ConfigurationProperties("webchat.icons")
record IconProperties(
        @DefaultValue("8MB") DataSize maxUpload,
        @DefaultValue("2m") Duration uploadTime,
        @DefaultValue("24h") Duration keepUnshown) {
    IconProperties {
        Assert.isTrue(maxUpload.toBytes() > 0, "webchat.icons.max-upload: " + maxUpload + " (expected: > 0)");
        Assert.isTrue(uploadTime.isPositive(), "webchat.icons.upload-time: " + uploadTime + " (expected: > 0)");
        Assert.isTrue(
                keepUnshown.compareTo(uploadTime) > 0,
                "webchat.icons.keep-unshown: " + keepUnshown + " (expected: longer than upload-time)");
    }
}
