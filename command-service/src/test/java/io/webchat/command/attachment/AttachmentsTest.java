package io.webchat.command.attachment;

import static io.webchat.command.attachment.Files.expectProblem;
import static io.webchat.command.attachment.Files.image;
import static io.webchat.command.attachment.Files.noise;
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
import io.webchat.domain.structure.ServerId;
import io.webchat.domain.user.UserId;
import io.webchat.log.Ids;
import io.webchat.support.attachment.AttachmentFiles;
import io.webchat.support.attachment.StoredAttachment;
import io.webchat.support.log.LogClients;
import io.webchat.support.problem.ProblemException;
import io.webchat.support.problem.ProblemType;
import io.webchat.support.token.AccessTokens;
import io.webchat.test.TestUser;
import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.kafka.common.errors.TimeoutException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.test.web.servlet.client.RestTestClient;

/** What becomes of a file once it is uploaded: it is bound to a message, given back, or removed. */
@AttachmentTest
class AttachmentsTest {
    private static final UserId STRANGER = new UserId(Ids.fresh());

    private final Commands commands;
    private final Files files;
    private final TestUser ada;
    private final MessageId message = new MessageId(Ids.fresh());

    @Autowired
    private Attachments attachments;

    @Autowired
    private AttachmentRepository repository;

    @Autowired
    private AttachmentFiles bytes;

    @Autowired
    private StorageLedger ledger;

    @Autowired
    private AbandonedFiles abandoned;

    @Autowired
    private Carriers carriers;

    @Autowired
    private LogClients clients;

    @Autowired
    private Removal removal;

    @Autowired
    private AttachmentProperties limits;

    @Autowired
    private UploadMetrics metrics;

    @Autowired
    private Clock clock;

    @Autowired
    private MongoTemplate mongo;

    private String server;
    private ChannelId channel;

    @Autowired
    AttachmentsTest(RestTestClient http, AccessTokens tokens) {
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

    @Test
    void aRefusedUploadLeavesNothingBehind() {
        for (var i = 0; i < 3; i++) {
            uploaded(noise(Files.MAX));
        }
        expectProblem(files.put(ada, channel.toString(), Ids.fresh(), "more", noise(Files.MAX)), 413, "quota-exceeded");

        assertThat(use().holds()).hasSize(3);
        assertThat(use().bytes()).isEqualTo(3 * Files.MAX);
    }

    private AttachmentId uploaded(byte[] content) {
        return new AttachmentId(files.uploaded(ada, channel.toString(), content));
    }

    private List<Attachment> claim(MessageId claimant, AttachmentId... ids) {
        var claim = bind(claimant, ids);
        attachments.settle(claim, claim.attachments());
        return claim.attachments();
    }

    private Claim bind(MessageId claimant, AttachmentId... ids) {
        return attachments.claim(channel, claimant, ada.id(), Arrays.asList(ids));
    }

    private StoredAttachment boundFile(UserId user, String fileId) {
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

    private Hold waiting(AttachmentId file) {
        var stored = repository.find(file).orElseThrow();
        return Hold.of(stored, stored.uploadedAt());
    }

    private void sweepAfter(Duration time) {
        sweepAfter(time, carriers);
    }

    private void sweepAfter(Duration time, Carriers asked) {
        new AttachmentSweep(repository, abandoned, asked, ledger, removal, limits, metrics, Clock.offset(clock, time))
                .sweep();
    }

    private void delete(String path) {
        commands.http()
                .delete()
                .uri(path)
                .header("Authorization", ada.bearer())
                .header(IdempotencyKey.HEADER, Ids.fresh().toString())
                .exchange()
                .expectStatus()
                .isNoContent();
    }

    private List<String> filedChannels() {
        return repository.filedChannels().stream().map(FiledChannel::channelId).toList();
    }

    private StorageUse use() {
        return mongo.findById(ada.id().toString(), StorageUse.class);
    }

    private long pieces(String file) {
        return mongo.getCollection("attachment_files.chunks").countDocuments(Filters.eq("files_id", file));
    }

    private static void expectUnknown(int index, ThrowingCallable claim) {
        assertThatThrownBy(claim).isInstanceOfSatisfying(ProblemException.class, problem -> {
            assertThat(problem.type()).isEqualTo(ProblemType.UNKNOWN_ATTACHMENT);
            assertThat(problem.errors().getFirst().field()).isEqualTo("attachmentIds[" + index + "]");
        });
    }
}
