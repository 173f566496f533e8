package io.webchat.auth.avatar;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.Assert;
import org.springframework.util.unit.DataSize;

/**
 * What the pictures of people may cost.
 *
 * @param maxUpload the largest image that one is made from
 * @param uploadTime from the arrival of an upload's headers to the end of its answer
 * @param maxPixels the largest image that is decoded
 * @param decodeTime how long an image is decoded
 * @param keepUnshown how long a picture is kept that nobody shows: at least until its profile is changed
 */
@ConfigurationProperties("webchat.avatars")
record AvatarProperties(
        @DefaultValue("2MB") DataSize maxUpload,
        @DefaultValue("30s") Duration uploadTime,
        @DefaultValue("50000000") long maxPixels,
        @DefaultValue("10s") Duration decodeTime,
        @DefaultValue("1h") Duration keepUnshown) {
    AvatarProperties {
        Assert.isTrue(maxUpload.toBytes() > 0, "webchat.avatars.max-upload: " + maxUpload + " (expected: > 0)");
        Assert.isTrue(uploadTime.isPositive(), "webchat.avatars.upload-time: " + uploadTime + " (expected: > 0)");
        Assert.isTrue(maxPixels > 0, "webchat.avatars.max-pixels: " + maxPixels + " (expected: > 0)");
        Assert.isTrue(decodeTime.isPositive(), "webchat.avatars.decode-time: " + decodeTime + " (expected: > 0)");
        Assert.isTrue(
                keepUnshown.compareTo(uploadTime) > 0,
                "webchat.avatars.keep-unshown: " + keepUnshown + " (expected: longer than upload-time)");
    }
}
