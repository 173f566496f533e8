package io.webchat.command.attachment;

import static io.webchat.command.attachment.Files.image;
import static io.webchat.command.attachment.Files.noise;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Filters;
import io.webchat.domain.message.MessageId;
import io.webchat.log.Ids;
import io.webchat.support.attachment.StoredAttachment;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.errors.TimeoutException;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

/** What no message carries, or will, is removed in the end. */
class AttachmentSweepTest extends UploadedFiles {
    @Test
    void whatNoMessageCarriesForADayIsRemoved() {
        var forgotten = uploaded(image("png", 900, 900));
        var attached = uploaded(noise(10));
        claim(message, attached);
        var fileId = repository.find(forgotten).orElseThrow().fileId();

        sweepAfter(Duration.ofHours(23));
        assertThat(repository.find(forgotten)).isPresent();
        sweepAfter(Duration.ofHours(25));
        sweepAfter(Duration.ofHours(25));

        assertThat(repository.find(forgotten)).isEmpty();
        assertThat(pieces(fileId) + pieces(fileId + "/thumbnail")).isZero();
        assertThat(repository.find(attached)).isPresent();
        assertThat(use().bytes()).isEqualTo(10);
        assertThat(use().unattached()).isZero();
        expectUnknown(0, () -> claim(message, forgotten));
    }

    @Test
    void whatACrashLeftOfAnUploadIsRemoved() throws Exception {
        var hold = new Hold(
                ada.id().toString(), Ids.fresh().toString(), Ids.fresh().toString(), clock.instant());
        ledger.open(hold);
        ledger.take(hold, 600_000);
        bytes.store(hold.fileId(), new ByteArrayInputStream(noise(600_000)));
        mongo.getCollection("attachment_files.files").deleteOne(Filters.eq("_id", hold.fileId()));
        assertThat(pieces(hold.fileId())).isEqualTo(3);

        sweepAfter(Duration.ofHours(25));

        assertThat(pieces(hold.fileId())).isZero();
        assertThat(use().bytes()).isZero();
        assertThat(use().unattached()).isZero();
    }

    /** As after a crash, or an answer of the log that was lost: the message is there, and nobody has settled it. */
    @Test
    void aFileWhoseMessageIsInTheLogIsKept() {
        var file = uploaded(noise(10));
        commands.post(
                        ada,
                        "/api/channels/" + channel + "/messages",
                        "unused",
                        Map.of("messageId", message.value(), "content", "Here", "attachmentIds", List.of(file.value())))
                .expectStatus()
                .isCreated();
        ledger.detached(waiting(file), 10);
        assertThat(use().unattached()).isEqualTo(1);

        sweepAfter(Duration.ofHours(25));

        assertThat(repository.find(file)).isPresent();
        assertThat(use().unattached()).isZero();
        assertThat(use().holds()).isEmpty();
    }

    @Test
    void aFileWhoseMessageNeverCameIntoTheLogIsRemovedLikeOneThatNoMessageCarries() {
        var file = uploaded(noise(10));
        bind(message, file);
        assertThat(use().unattached()).isEqualTo(1);

        sweepAfter(Duration.ofHours(23));
        assertThat(repository.find(file)).isPresent();
        sweepAfter(Duration.ofHours(25));

        assertThat(repository.find(file)).isEmpty();
        assertThat(use().bytes()).isZero();
        assertThat(use().unattached()).isZero();
        expectUnknown(0, () -> bind(message, file));
    }

    /** What cannot be judged stays, and the rest goes on. */
    @Test
    void whileTheLogCannotBeReadNothingIsTakenFromAMessage() {
        var bound = uploaded(noise(10));
        bind(message, bound);
        var forgotten = uploaded(noise(20));
        var unreadable = new Carriers(clients) {
            @Override
            boolean carry(StoredAttachment file, Instant boundAt) {
                throw new TimeoutException("away");
            }
        };

        sweepAfter(Duration.ofHours(25), unreadable);

        assertThat(repository.find(bound)).isPresent();
        assertThat(repository.find(forgotten)).isEmpty();
        assertThat(use().bytes()).isEqualTo(10);
    }

    @Test
    void aFileThatIsJustBeingPostedIsLeftAlone() {
        var file = uploaded(noise(10));
        repository.bind(file, channel, ada.id(), message, clock.instant().plus(Duration.ofHours(25)), "claim");

        sweepAfter(Duration.ofHours(25));

        assertThat(repository.find(file)).isPresent();
        assertThat(use().unattached()).isEqualTo(1);
    }

    @Test
    void theFilesOfADeletedMessageThatNobodyHasSettledAreRemoved() {
        var file = uploaded(noise(10));
        bind(message, file);

        attachments.remove(message, List.of(file));
        assertThat(use().unattached()).isZero();
        sweepAfter(Duration.ZERO);

        assertThat(repository.find(file)).isEmpty();
        assertThat(use().bytes()).isZero();
        assertThat(use().holds()).isEmpty();
    }

    @Test
    void theFilesOfADeletedMessageAreRemovedByTheNextSweep() {
        var file = uploaded(noise(10));
        claim(message, file);

        attachments.remove(message, List.of(file));
        attachments.remove(message, List.of(file));
        sweepAfter(Duration.ZERO);

        assertThat(repository.find(file)).isEmpty();
        assertThat(use().bytes()).isZero();
    }

    @Test
    void theFilesOfADeletedMessageAreNotForAnotherOneBeforeTheyAreRemoved() {
        var file = uploaded(noise(10));
        claim(message, file);
        var asItWasUploaded = Hold.of(repository.find(file).orElseThrow(), clock.instant());

        attachments.remove(message, List.of(file));

        expectUnknown(0, () -> claim(new MessageId(Ids.fresh()), file));
        attachments.settle(bind(message, file), List.of());
        expectUnknown(0, () -> claim(new MessageId(Ids.fresh()), file));
        assertThat(removal.remove(asItWasUploaded)).isFalse();
        sweepAfter(Duration.ZERO);
        assertThat(repository.find(file)).isEmpty();
        assertThat(use().bytes()).isZero();
        assertThat(use().unattached()).isZero();
    }

    /** Twelve may wait for a message; what was deleted waits for nothing. */
    @Test
    void theFilesOfDeletedMessagesKeepNobodyFromUploading() {
        for (var i = 0; i < 12; i++) {
            var file = uploaded(noise(10));
            claim(message, file);
            attachments.remove(message, List.of(file));
        }

        uploaded(noise(10));

        assertThat(use().unattached()).isEqualTo(1);
        sweepAfter(Duration.ZERO);
        assertThat(use().unattached()).isEqualTo(1);
        assertThat(use().bytes()).isEqualTo(10);
        sweepAfter(Duration.ofHours(25));
        assertThat(use().unattached()).isZero();
        assertThat(use().holds()).isEmpty();
    }

    @Test
    void whatAFormerVersionCountedIsCountedNoMore() {
        var file = uploaded(noise(10));
        claim(message, file);
        var stored = repository.find(file).orElseThrow();
        mongo.updateFirst(
                Query.query(Criteria.where("_id").is(ada.id().toString())),
                Update.update(
                                "holds." + stored.fileId(),
                                new Document("attachmentId", stored.id())
                                        .append("bytes", 10L)
                                        .append("since", Hold.DISCARDED))
                        .inc("unattached", 1),
                StorageUse.class);

        sweepAfter(Duration.ZERO);

        assertThat(repository.find(file)).isEmpty();
        assertThat(use().unattached()).isZero();
        assertThat(use().bytes()).isZero();
    }

    @Test
    void aRemovalThatWasInterruptedIsBroughtToItsEnd() {
        var file = uploaded(noise(10));
        claim(message, file);
        var stored = repository.find(file).orElseThrow();
        ledger.detached(new Hold(stored.userId(), stored.fileId(), stored.id(), Hold.DISCARDED), stored.size());

        sweepAfter(Duration.ZERO);

        assertThat(repository.find(file)).isEmpty();
        assertThat(use().bytes()).isZero();
        assertThat(use().unattached()).isZero();
    }
}
