package io.webchat.command.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.model.Filters;
import io.webchat.command.Commands;
import io.webchat.command.attachment.Attachments.Claim;
import io.webchat.command.idempotency.IdempotencyKey;
import io.webchat.domain.attachment.Attachment;
import io.webchat.domain.message.MessageId;
import io.webchat.domain.structure.AttachmentId;
import io.webchat.domain.structure.ChannelId;
import io.webchat.domain.user.UserId;
import io.webchat.log.Ids;
import io.webchat.support.attachment.AttachmentFiles;
import io.webchat.support.attachment.StoredAttachment;
import io.webchat.support.log.LogClients;
import io.webchat.support.problem.ProblemException;
import io.webchat.support.problem.ProblemType;
import io.webchat.support.token.AccessTokens;
import io.webchat.test.TestUser;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.test.web.servlet.client.RestTestClient;

/** A test of what becomes of a file once it is uploaded: Ada has a server, and the sweep comes when the test wants. */
@AttachmentTest
abstract class UploadedFiles {
    static final UserId STRANGER = new UserId(Ids.fresh());

    Commands commands;
    Files files;
    TestUser ada;
    final MessageId message = new MessageId(Ids.fresh());

    @Autowired
    Attachments attachments;

    @Autowired
    AttachmentRepository repository;

    @Autowired
    AttachmentFiles bytes;

    @Autowired
    StorageLedger ledger;

    @Autowired
    AbandonedFiles abandoned;

    @Autowired
    Carriers carriers;

    @Autowired
    LogClients clients;

    @Autowired
    Removal removal;

    @Autowired
    AttachmentProperties limits;

    @Autowired
    UploadMetrics metrics;

    @Autowired
    Clock clock;

    @Autowired
    MongoTemplate mongo;

    String server;
    ChannelId channel;

    @Autowired
    final void wire(RestTestClient http, AccessTokens tokens) {
        commands = new Commands(http);
        files = new Files(commands);
        ada = TestUser.loggedIn(tokens);
    }

    @BeforeEach
    void adaHasAServer() {
        var created = commands.createServer(ada);
        server = created.serverId();
        channel = ChannelId.parse(created.generalChannelId());
    }

    AttachmentId uploaded(byte[] content) {
        return new AttachmentId(files.uploaded(ada, channel.toString(), content));
    }

    List<Attachment> claim(MessageId claimant, AttachmentId... ids) {
        var claim = bind(claimant, ids);
        attachments.settle(claim, claim.attachments());
        return claim.attachments();
    }

    Claim bind(MessageId claimant, AttachmentId... ids) {
        return attachments.claim(channel, claimant, ada.id(), Arrays.asList(ids));
    }

    StoredAttachment boundFile(UserId user, String fileId) {
        return new StoredAttachment(
                Ids.fresh().toString(),
                channel.toString(),
                user.toString(),
                message.toString(),
                clock.instant(),
                null,
                fileId,
                "notes",
                "text/plain",
                0,
                "ab".repeat(32),
                null,
                null,
                null,
                clock.instant());
    }

    Hold waiting(AttachmentId file) {
        var stored = repository.find(file).orElseThrow();
        return Hold.of(stored, stored.uploadedAt());
    }

    void sweepAfter(Duration time) {
        sweepAfter(time, carriers);
    }

    void sweepAfter(Duration time, Carriers asked) {
        new AttachmentSweep(repository, abandoned, asked, ledger, removal, limits, metrics, Clock.offset(clock, time))
                .sweep();
    }

    void delete(String path) {
        commands.http()
                .delete()
                .uri(path)
                .header("Authorization", ada.bearer())
                .header(IdempotencyKey.HEADER, Ids.fresh().toString())
                .exchange()
                .expectStatus()
                .isNoContent();
    }

    List<String> filedChannels() {
        return repository.filedChannels().stream().map(FiledChannel::channelId).toList();
    }

    StorageUse use() {
        return mongo.findById(ada.id().toString(), StorageUse.class);
    }

    long pieces(String file) {
        return mongo.getCollection("attachment_files.chunks").countDocuments(Filters.eq("files_id", file));
    }

    static void expectUnknown(int index, ThrowingCallable claim) {
        assertThatThrownBy(claim).isInstanceOfSatisfying(ProblemException.class, problem -> {
            assertThat(problem.type()).isEqualTo(ProblemType.UNKNOWN_ATTACHMENT);
            assertThat(problem.errors().getFirst().field()).isEqualTo("attachmentIds[" + index + "]");
        });
    }
}
