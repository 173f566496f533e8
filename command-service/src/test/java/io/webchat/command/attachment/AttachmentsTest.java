package io.webchat.command.attachment;

import static io.webchat.command.attachment.Files.expectProblem;
import static io.webchat.command.attachment.Files.image;
import static io.webchat.command.attachment.Files.noise;
import static org.assertj.core.api.Assertions.assertThat;

import io.webchat.domain.attachment.Attachment;
import io.webchat.domain.message.MessageId;
import io.webchat.domain.structure.AttachmentId;
import io.webchat.domain.structure.ChannelId;
import io.webchat.log.Ids;
import io.webchat.support.problem.ProblemException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Files are bound to messages, and given back. */
class AttachmentsTest extends UploadedFiles {
    @Test
    void filesAreBoundToAMessageInItsOrderAndAgainForTheSameMessage() {
        var first = uploaded(image("png", 500, 500));
        var second = uploaded(noise(70));

        var bound = claim(message, second, first);

        assertThat(bound).extracting(Attachment::id).containsExactly(second, first);
        assertThat(bound).extracting(Attachment::contentType).containsExactly("application/octet-stream", "image/png");
        assertThat(claim(message, second, first)).isEqualTo(bound);
        assertThat(use().unattached()).isZero();
        assertThat(use().bytes())
                .isEqualTo(bound.stream().mapToLong(Attachment::size).sum());
    }

    @Test
    void whatIsNotThereForThisMessageIsNamedAndNothingIsBound() {
        var mine = uploaded(noise(10));
        var elsewhere = new ChannelId(Ids.fresh());
        var other = uploaded(noise(11));
        claim(new MessageId(Ids.fresh()), other);

        expectUnknown(1, () -> claim(message, mine, new AttachmentId(Ids.fresh())));
        expectUnknown(1, () -> claim(message, mine, other));
        expectUnknown(1, () -> claim(message, mine, mine));
        expectUnknown(0, () -> attachments.claim(channel, message, STRANGER, List.of(mine)));
        expectUnknown(0, () -> attachments.claim(elsewhere, message, ada.id(), List.of(mine)));

        assertThat(claim(new MessageId(Ids.fresh()), mine)).hasSize(1);
    }

    @Test
    void ofManyMessagesThatRaceForAFileOneGetsIt() throws Exception {
        var file = uploaded(noise(10));

        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Boolean> claim = () -> {
                try {
                    return claim(new MessageId(Ids.fresh()), file).size() == 1;
                } catch (ProblemException e) {
                    return false;
                }
            };
            var claims = executor.invokeAll(
                    IntStream.range(0, 8).mapToObj(i -> claim).toList());
            assertThat(claims).extracting(Future::get).containsOnlyOnce(true);
        }
    }

    @Test
    void aFileIsGivenBackByAMessageThatWasRefused() {
        var file = uploaded(noise(10));
        var claim = bind(message, file);
        expectUnknown(0, () -> bind(new MessageId(Ids.fresh()), file));

        attachments.withdraw(claim);

        assertThat(use().unattached()).isEqualTo(1);
        assertThat(claim(new MessageId(Ids.fresh()), file)).hasSize(1);
        assertThat(use().bytes()).isEqualTo(10);
    }

    /** An attempt of before may be on its way into the log, and one that came since may be accepted elsewhere. */
    @Test
    void aMessageThatWasRefusedKeepsWhatAnotherAttemptHasClaimed() {
        var file = uploaded(noise(10));
        var first = bind(message, file);

        attachments.withdraw(bind(message, file));
        expectUnknown(0, () -> bind(new MessageId(Ids.fresh()), file));
        attachments.withdraw(first);
        expectUnknown(0, () -> bind(new MessageId(Ids.fresh()), file));

        attachments.settle(bind(message, file), List.of());
        assertThat(claim(new MessageId(Ids.fresh()), file)).hasSize(1);
    }

    @Test
    void aClaimThatFailsKeepsWhatAnotherAttemptHasClaimed() {
        var file = uploaded(noise(10));
        bind(message, file);

        expectUnknown(1, () -> bind(message, file, new AttachmentId(Ids.fresh())));

        expectUnknown(0, () -> bind(new MessageId(Ids.fresh()), file));
    }

    @Test
    void aRefusedUploadLeavesNothingBehind() {
        for (var i = 0; i < 3; i++) {
            uploaded(noise(Files.MAX));
        }
        expectProblem(files.put(ada, channel.toString(), Ids.fresh(), "more", noise(Files.MAX)), 413, "quota-exceeded");

        assertThat(use().holds()).hasSize(3);
        assertThat(use().bytes()).isEqualTo(3 * Files.MAX);
    }
}
