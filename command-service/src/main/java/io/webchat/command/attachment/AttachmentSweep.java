package io.webchat.command.attachment;

import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Removes uploads that no message has carried for too long, what broken ones have left, and the files of channels and
 * servers that were deleted. Several instances may sweep at once. Without the store it does nothing and tries again at
 * its next turn.
 */
@Component
class AttachmentSweep {
    private static final Logger LOG = LoggerFactory.getLogger(AttachmentSweep.class);

    private final AbandonedFiles abandoned;
    private final StorageLedger ledger;
    private final Removal removal;
    private final AttachmentProperties limits;
    private final UploadMetrics metrics;
    private final Clock clock;

    AttachmentSweep(
            AbandonedFiles abandoned,
            StorageLedger ledger,
            Removal removal,
            AttachmentProperties limits,
            UploadMetrics metrics,
            Clock clock) {
        this.abandoned = abandoned;
        this.ledger = ledger;
        this.removal = removal;
        this.limits = limits;
        this.metrics = metrics;
        this.clock = clock;
    }

    @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT10M")
    void sweep() {
        try {
            abandoned.letGo();
            for (var hold : ledger.heldSinceBefore(clock.instant().minus(limits.keepUnattached()))) {
                if (removal.remove(hold)) {
                    metrics.swept();
                }
            }
        } catch (DataAccessException e) {
            LOG.warn("files that nothing carries could not be removed: {}", e.toString());
        }
    }
}
