package io.webchat.command.attachment;

import static io.webchat.command.attachment.Files.image;
import static io.webchat.command.attachment.Files.noise;
import static org.assertj.core.api.Assertions.assertThat;

import io.webchat.domain.message.MessageId;
import io.webchat.domain.structure.AttachmentId;
import io.webchat.domain.structure.ChannelId;
import io.webchat.domain.structure.ServerId;
import io.webchat.domain.user.UserId;
import io.webchat.log.Ids;
import io.webchat.support.attachment.StoredAttachment;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

/** What channels and servers leave behind that were deleted. */
class AbandonedFilesTest extends UploadedFiles {
    @Test
    void theFilesOfADeletedChannelAreRemovedAndTheirRoomIsFree() {
        var file = uploaded(image("png", 500, 500));
        var stored = repository.find(file).orElseThrow();
        claim(message, file);
        sweepAfter(Duration.ofHours(25));
        assertThat(repository.find(file)).isPresent();

        delete("/api/channels/" + channel);
        sweepAfter(Duration.ZERO);
        sweepAfter(Duration.ZERO);

        assertThat(repository.find(file)).isEmpty();
        assertThat(pieces(stored.fileId())).isZero();
        assertThat(pieces(stored.thumbnailId())).isZero();
        assertThat(use().bytes()).isZero();
        assertThat(filedChannels()).doesNotContain(channel.toString());
    }

    /** Of what the store refuses there is always some: an entry of a name that it takes for an operator. */
    @Test
    void ofADeletedChannelAFewFilesAreLookedAtAtATimeAndOneThatCannotGoKeepsNoOther() {
        var others = uploaded(noise(10));
        var anybody = new UserId(Ids.fresh());
        mongo.insert(
                IntStream.range(0, 600)
                        .mapToObj(i ->
                                boundFile(anybody, i == 0 ? "$" : Ids.fresh().toString()))
                        .toList(),
                StoredAttachment.class);
        claim(message, others);
        var broken =
                new Hold(anybody.toString(), Ids.fresh().toString(), Ids.fresh().toString(), clock.instant());
        ledger.open(broken);
        var gone = new FiledChannel(channel.toString(), server);
        assertThat(abandoned.some(gone, 500)).hasSize(500);

        delete("/api/channels/" + channel);
        sweepAfter(Duration.ofHours(25));

        assertThat(abandoned.some(gone, 500))
                .extracting(StoredAttachment::fileId)
                .containsExactly("$");
        assertThat(mongo.findById(anybody.toString(), StorageUse.class).holds()).isEmpty();
        assertThat(filedChannels()).contains(channel.toString());
        mongo.remove(Query.query(Criteria.where("fileId").is("$")), StoredAttachment.class);
    }

    @Test
    void ofTwoInstancesThatRemoveAFileOneFreesItsRoom() {
        var file = uploaded(noise(10));
        uploaded(noise(20));
        claim(message, file);
        var stored = repository.find(file).orElseThrow();

        assertThat(removal.discard(stored)).isTrue();
        assertThat(removal.discard(stored)).isTrue();

        assertThat(use().bytes()).isEqualTo(20);
        assertThat(use().unattached()).isEqualTo(1);
        assertThat(use().holds()).hasSize(1);
    }

    @Test
    void theFilesOfADeletedServerAreRemovedAndThoseOfOthersAreNot() {
        var file = uploaded(noise(10));
        claim(message, file);
        var elsewhere = commands.createServer(ada).generalChannelId();
        var other = new AttachmentId(files.uploaded(ada, elsewhere, noise(20)));
        var claim = attachments.claim(ChannelId.parse(elsewhere), new MessageId(Ids.fresh()), ada.id(), List.of(other));
        attachments.settle(claim, claim.attachments());

        delete("/api/servers/" + server);
        sweepAfter(Duration.ZERO);

        assertThat(repository.find(file)).isEmpty();
        assertThat(repository.find(other)).isPresent();
        assertThat(use().bytes()).isEqualTo(20);
        assertThat(filedChannels()).contains(elsewhere);
    }

    @Test
    void ofAServerThatTheLogDoesNotKnowNothingIsRemoved() {
        var stranded = new ChannelId(Ids.fresh());
        var file = uploaded(noise(10));
        claim(message, file);
        repository.file(stranded, new ServerId(Ids.fresh()));
        mongo.updateFirst(
                Query.query(Criteria.where("_id").is(file.toString())),
                Update.update("channelId", stranded.toString()),
                StoredAttachment.class);

        sweepAfter(Duration.ZERO);

        assertThat(repository.find(file)).isPresent();
    }
}
