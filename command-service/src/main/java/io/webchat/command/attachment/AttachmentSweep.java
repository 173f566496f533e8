package io.webchat.command.attachment;

import io.webchat.log.codec.UnreadableRecordException;
import io.webchat.support.attachment.StoredAttachment;
import java.time.Clock;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Removes uploads that no message has carried for too long, bound or not, what broken ones have left, and the files of
 * channels and servers that were deleted: of these at most {@link #ABANDONED_PER_TURN} in a turn, each with its entry
 * in the ledger, so that neither memory nor the ledger has to hold all of them. Several instances may sweep at once.
 * What the store refuses is left for the next turn, and the rest goes on; without the store all waits for that.
 */
@Component
class AttachmentSweep {
    private static final Logger LOG = LoggerFactory.getLogger(AttachmentSweep.class);
    private static final int ABANDONED_PER_TURN = 20_000;
    private static final int PAGE = 500;

    /** How often the log may fail to say what became of a message before it is asked no more in a turn. */
    private static final int FAILURES = 3;

    private final AttachmentRepository attachments;
    private final AbandonedFiles abandoned;
    private final Carriers carriers;
    private final StorageLedger ledger;
    private final Removal removal;
    private final AttachmentProperties limits;
    private final UploadMetrics metrics;
    private final Clock clock;

    AttachmentSweep(
            AttachmentRepository attachments,
            AbandonedFiles abandoned,
            Carriers carriers,
            StorageLedger ledger,
            Removal removal,
            AttachmentProperties limits,
            UploadMetrics metrics,
            Clock clock) {
        this.attachments = attachments;
        this.abandoned = abandoned;
        this.carriers = carriers;
        this.ledger = ledger;
        this.removal = removal;
        this.limits = limits;
        this.metrics = metrics;
        this.clock = clock;
    }

    @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT10M")
    void sweep() {
        try {
            var log = new AskedLog();
            for (var hold : ledger.heldSinceBefore(clock.instant().minus(limits.keepUnattached()))) {
                isRemoved(hold.fileId(), () -> removal.remove(hold) || log.isGivenUp(hold) && removal.remove(hold));
            }
            var left = ABANDONED_PER_TURN;
            for (var channel : abandoned.channels()) {
                var removed = remove(channel, left);
                left -= removed;
                if (removed == 0) {
                    abandoned.forgetIfEmpty(channel);
                }
            }
        } catch (DataAccessException e) {
            LOG.warn("files that nothing carries could not be removed: {}", e.toString());
        }
    }

    /** Returns how many were removed. */
    private int remove(FiledChannel channel, int most) {
        var removed = 0;
        while (removed < most) {
            var gone = abandoned.some(channel, Math.min(PAGE, most - removed)).stream()
                    .filter(file -> isRemoved(file.fileId(), () -> removal.discard(file)))
                    .count();
            if (gone == 0) {
                break;
            }
            removed += (int) gone;
        }
        return removed;
    }

    private boolean isRemoved(String fileId, BooleanSupplier removing) {
        try {
            var isGone = removing.getAsBoolean();
            if (isGone) {
                metrics.swept();
            }
            return isGone;
        } catch (TransientDataAccessException | DataAccessResourceFailureException e) {
            throw e;
        } catch (DataAccessException e) {
            LOG.warn("the file {} could not be removed: {}", fileId, e.toString());
            return false;
        }
    }

    /** What a turn asks the log. Of what that cannot say now, nothing is removed. */
    private final class AskedLog {
        private int failures;

        /**
         * Finds out whether the message that a file is bound to came into the log; if not, the file belongs to it no
         * more. Returns whether that is so.
         */
        boolean isGivenUp(Hold hold) {
            var bound = attachments.findBound(hold).orElse(null);
            if (bound == null) {
                return true;
            }
            var boundAt = bound.boundAt();
            if (boundAt != null && boundAt.isAfter(clock.instant().minus(Carriers.SETTLED)) || failures >= FAILURES) {
                return false;
            }
            if (boundAt == null || isCarried(bound, boundAt)) {
                return false;
            }
            attachments.unbind(bound);
            return true;
        }

        private boolean isCarried(StoredAttachment bound, Instant boundAt) {
            try {
                var isCarried = carriers.carry(bound, boundAt);
                if (isCarried) {
                    ledger.attached(Hold.of(bound, bound.uploadedAt()));
                }
                return isCarried;
            } catch (KafkaException | UnreadableRecordException e) {
                failures++;
                LOG.warn(
                        "the log does not say whether a message carries the file {}: {}", bound.fileId(), e.toString());
                return true;
            }
        }
    }
}
