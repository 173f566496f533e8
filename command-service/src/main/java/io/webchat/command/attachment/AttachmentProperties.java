package io.webchat.command.attachment;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.Assert;
import org.springframework.util.unit.DataSize;

/**
 * What files may cost.
 *
 * @param maxFile the largest file
 * @param uploadTime from the arrival of an upload's headers to the end of its answer
 * @param quota how much the files of one user may take, attached or not, thumbnails not counted
 * @param maxUnattached how many uploads of one user may wait for their message
 * @param keepUnattached how long an upload waits for its message before it is removed
 * @param maxPixels the largest image that is decoded for a thumbnail
 * @param decodeTime how long it is decoded
 */
@ConfigurationProperties("webchat.attachments")
record AttachmentProperties(
        @DefaultValue("25MB") DataSize maxFile,
        @DefaultValue("5m") Duration uploadTime,
        @DefaultValue("1GB") DataSize quota,
        @DefaultValue("100") int maxUnattached,
        @DefaultValue("24h") Duration keepUnattached,
        @DefaultValue("50000000") long maxPixels,
        @DefaultValue("10s") Duration decodeTime) {
    AttachmentProperties {
        Assert.isTrue(maxFile.toBytes() > 0, "webchat.attachments.max-file: " + maxFile + " (expected: > 0)");
        Assert.isTrue(uploadTime.isPositive(), "webchat.attachments.upload-time: " + uploadTime + " (expected: > 0)");
        Assert.isTrue(
                quota.compareTo(maxFile) >= 0,
                "webchat.attachments.quota: " + quota + " (expected: at least max-file, " + maxFile + ")");
        Assert.isTrue(maxUnattached > 0, "webchat.attachments.max-unattached: " + maxUnattached + " (expected: > 0)");
        Assert.isTrue(
                keepUnattached.compareTo(uploadTime) > 0,
                "webchat.attachments.keep-unattached: " + keepUnattached + " (expected: longer than upload-time)");
        Assert.isTrue(maxPixels >= 0, "webchat.attachments.max-pixels: " + maxPixels + " (expected: >= 0)");
        Assert.isTrue(decodeTime.isPositive(), "webchat.attachments.decode-time: " + decodeTime + " (expected: > 0)");
    }
}
