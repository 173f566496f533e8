package io.webchat.backup;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.model.Filters;
import io.webchat.backup.archive.BackupDirectories;
import io.webchat.backup.archive.BackupReader;
import io.webchat.log.Envelope;
import io.webchat.log.LogEpoch;
import io.webchat.log.Partitioning;
import io.webchat.log.Topic;
import io.webchat.log.codec.StructureOutcome;
import io.webchat.log.codec.WireCodec;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is saved from one platform is there in another one, and fits together. */
class BackupTest {
    private static final char[] PASSPHRASE = "a passphrase for tests".toCharArray();

    @TempDir
    static Path engines;

    private static Platform source;
    private static Platform target;

    @TempDir
    Path dir;

    private final Progress quiet = new Progress(new PrintStream(OutputStream.nullOutputStream(), true, UTF_8));
    private Life life;
    private Life.Server server;

    @BeforeAll
    static void start() {
        source = new Platform(engines.resolve("source"));
        target = new Platform(engines.resolve("target"));
    }

    @AfterAll
    static void stop() {
        target.close();
        source.close();
    }

    @BeforeEach
    void begin() throws Exception {
        source.createTopics();
        life = new Life(source);
        server = life.create(life.register("ada"));
    }

    @AfterEach
    void clear() throws Exception {
        life.close();
        source.clear();
        target.clear();
    }

    @Test
    void recordsComeBackAsTheyWereAndPositionsOfTheStructureAreThoseOfTheNewLog() throws Exception {
        for (var number = 0; number < 30; number++) {
            var one = life.create(server.owner());
            life.say(one, "first of " + number);
        }
        life.delete(server, life.say(server, "to be deleted"));

        restore(save(PASSPHRASE), PASSPHRASE);

        for (var topic : List.of(Topic.STRUCTURE, Topic.USERS, Topic.MESSAGES)) {
            assertThat(identities(target, topic)).as(topic.topicName()).isEqualTo(identities(source, topic));
        }
        assertThat(ends(target.records(Topic.STRUCTURE)))
                .as("without the ends of transactions")
                .isLessThan(ends(source.records(Topic.STRUCTURE)));
        assertThat(causes(target))
                .hasSize(32)
                .isEqualTo(causes(source))
                .allSatisfy(cause -> assertThat(cause).isNotEmpty());
    }

    @Test
    void anOutcomeNamesTheNewPositionOfItsEvents() throws Exception {
        for (var number = 0; number < 20; number++) {
            life.create(server.owner());
        }

        restore(save(null), null);

        var structure = target.records(Topic.STRUCTURE);
        assertThat(target.records(Topic.STRUCTURE_OUTCOMES)).hasSize(21).allSatisfy(record -> {
            var outcome = (StructureOutcome.Accepted) WireCodec.STRUCTURE_OUTCOMES.decode(record);
            var partition = Partitioning.partitionOf(outcome.serverId().value());
            assertThat(structure)
                    .filteredOn(event -> event.partition() == partition && event.offset() == outcome.nextOffset() - 1)
                    .singleElement()
                    .extracting(last -> Envelope.read(last.headers(), Envelope.COMMAND_ID))
                    .isEqualTo(Optional.of(outcome.commandId().toString()));
        });
    }

    @Test
    void theRestoredLogHasAnEpochOfItsOwn() throws Exception {
        var backup = BackupReader.open(save(null), null);
        restore(save(null), null);

        assertThat(epoch(source)).isEqualTo(backup.manifest().epoch());
        assertThat(epoch(target)).isNotEqualTo(backup.manifest().epoch());
    }

    @Test
    void filesComeBackWithTheirMessagesAndOthersWaitForOne() throws Exception {
        var carried = life.upload(server, "x".repeat(600_000));
        var message = life.say(server, "with a file", carried);
        var waiting = life.upload(server, "waiting");
        var deleted = life.upload(server, "deleted");
        life.delete(server, life.say(server, "deleted", deleted));

        restore(save(PASSPHRASE), PASSPHRASE);

        try (var restored = new Life(target)) {
            assertThat(restored.content(carried)).isEqualTo("x".repeat(600_000));
            assertThat(restored.content(waiting)).isEqualTo("waiting");
        }
        assertThat(document("attachments", carried).getString("messageId")).isEqualTo(message.toString());
        assertThat(document("attachments", waiting).getString("messageId")).isNull();
        assertThat(document("attachments", deleted).getString("messageId")).isNull();
        var room = document("attachment_use", server.owner());
        assertThat(room.getLong("bytes")).isEqualTo(600_000 + 7 + 7);
        assertThat(room.getInteger("unattached")).isEqualTo(2);
        assertThat(room.get("holds", Document.class).keySet())
                .containsExactlyInAnyOrder(
                        document("attachments", waiting).getString("fileId"),
                        document("attachments", deleted).getString("fileId"));
    }

    @Test
    void anAccountThatTheLogDoesNotKnowYetIsToBeAnnounced() throws Exception {
        var late = life.account("late");

        restore(save(null), null);

        assertThat(document("accounts", server.owner()))
                .containsEntry("passwordHash", "$argon2id$ada")
                .doesNotContainKey("unannouncedSince");
        assertThat(document("accounts", late)).containsKey("unannouncedSince");
    }

    @Test
    void aProfileThatIsNewerThanTheLogIsToBeAnnounced() throws Exception {
        var ben = life.register("ben");
        life.changeProfile(ben, 1, true);
        var cleo = life.register("cleo");
        life.changeProfile(cleo, 1, true);
        life.changeProfile(cleo, 2, false);

        restore(save(null), null);

        assertThat(document("accounts", ben)).doesNotContainKey("unannouncedSince");
        assertThat(document("accounts", cleo)).containsKey("unannouncedSince");
    }

    @Test
    void picturesThatPeopleShowComeBackAndOneThatIsLostIsNamed() throws Exception {
        var ben = life.register("ben");
        var lost = life.showPicture(ben, 1, "a");
        var shown = life.showPicture(ben, 2, "b");
        source.store().getCollection("avatars").deleteOne(Filters.eq(lost));
        var cleo = life.register("cleo");
        var missed = life.showPicture(cleo, 1, "c");
        source.store().getCollection("avatars").deleteOne(Filters.eq(missed));

        var backup = save(null);
        restore(backup, null);

        assertThat(BackupReader.open(backup, null).manifest().lost())
                .as("what nobody shows any more is not missed")
                .containsExactly(missed);
        assertThat(target.store().getCollection("avatars").find().map(one -> one.getString("_id")))
                .containsExactly(shown);
    }

    @Test
    void theStoreThatWasSavedKnowsSinceWhenAndTheRestoredOneHasNoBackupYet() throws Exception {
        var backup = save(null);
        restore(backup, null);

        assertThat(source.store().getCollection("backups").find())
                .containsExactly(new Document("_id", "newest")
                        .append(
                                "begunAt",
                                Date.from(BackupReader.open(backup, null)
                                        .manifest()
                                        .createdAt())));
        assertThat(target.store().getCollection("backups").find()).isEmpty();
    }

    @Test
    void whatIsOpenWhenTheLogIsCutIsNotInTheBackup() throws Exception {
        try (var producer = source.producer("open")) {
            producer.initTransactions();
            producer.beginTransaction();
            producer.send(new ProducerRecord<>(Topic.STRUCTURE.topicName(), partition(), new byte[0], new byte[0]))
                    .get();
            var backup = save(null);
            producer.abortTransaction();

            restore(backup, null);
        }
        assertThat(identities(target, Topic.STRUCTURE)).isEqualTo(identities(source, Topic.STRUCTURE));
    }

    @Test
    void aBackupFitsTogetherHoweverMuchComesAndGoesMeanwhile() throws Exception {
        var ends = new AtomicBoolean();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor();
                var others = new Life(source)) {
            var busy = threads.submit(() -> {
                for (var number = 0; !ends.get(); number++) {
                    var one = others.create(others.register("user-" + number));
                    var file = others.upload(one, "content " + number);
                    var message = others.say(one, "said", file);
                    if (number % 2 == 0) {
                        others.delete(one, message);
                        others.remove(file);
                    }
                }
                return null;
            });
            try {
                for (var round = 0; round < 3; round++) {
                    var backup = BackupReader.open(
                            new Saving(source.endpoints(), quiet).save(dir.resolve("busy-" + round), null), null);
                    assertThat(backup.manifest().lost()).isEmpty();
                    new Verification(backup, quiet).verify();
                }
            } finally {
                ends.set(true);
            }
            busy.get();
        }
    }

    @Test
    void aFileThatTheStoreHasLostIsNamed() throws Exception {
        var file = life.upload(server, "lost");
        life.say(server, "with a file", file);
        life.remove(file);

        var backup = BackupReader.open(save(null), null);

        assertThat(backup.manifest().lost()).containsExactly(file.toString());
        new Verification(backup, quiet).verify();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aSingleDamagedByteIsFoundInWhicheverFileItIs(boolean encrypted) throws Exception {
        life.say(server, "with a file", life.upload(server, "content"));
        var passphrase = encrypted ? PASSPHRASE : null;
        var backup = save(passphrase);
        verify(backup, passphrase);

        for (var file : list(backup)) {
            var whole = Files.readAllBytes(file);
            var damaged = whole.clone();
            damaged[whole.length / 2] ^= 1;
            Files.write(file, damaged);
            assertThatThrownBy(() -> verify(backup, passphrase))
                    .as(file.toString())
                    .isInstanceOf(BackupException.class);
            Files.delete(file);
            assertThatThrownBy(() -> verify(backup, passphrase))
                    .as(file.toString())
                    .isInstanceOf(Exception.class);
            Files.write(file, whole);
        }
        verify(backup, passphrase);
    }

    @Test
    void nothingInAnEncryptedBackupIsReadableWithoutItsPassphrase() throws Exception {
        var backup = save(PASSPHRASE);

        assertThatThrownBy(() -> BackupReader.open(backup, "another passphrase".toCharArray()))
                .hasMessage("The passphrase is not the one that the backup was made with.");
        assertThatThrownBy(() -> BackupReader.open(backup, null)).hasMessageStartingWith("The backup is encrypted:");
    }

    @Test
    void aFileOfAnotherBackupIsNotTakenForOnesOwn() throws Exception {
        var first = save(PASSPHRASE);
        life.register("ben");
        var second = new Saving(source.endpoints(), quiet).save(dir.resolve("second"), PASSPHRASE);
        Files.copy(
                first.resolve("accounts.bson.gz"),
                second.resolve("accounts.bson.gz"),
                StandardCopyOption.REPLACE_EXISTING);

        assertThatThrownBy(() -> verify(second, PASSPHRASE)).hasMessageStartingWith("accounts.bson.gz: ");
    }

    @Test
    void aPlatformThatIsNotEmptyIsLeftAsItIs() throws Exception {
        var backup = save(null);
        target.createTopics();
        try (var there = new Life(target)) {
            there.register("cleo");
        }

        assertThatThrownBy(() -> restore(backup, null))
                .hasMessageContaining("topic webchat.users: 1 offsets are taken")
                .hasMessageContaining(
                        "collection accounts of database " + target.store().getName() + ": has documents (1)");
        assertThat(target.records(Topic.STRUCTURE)).isEmpty();
    }

    @Test
    void onlyTheNewestCompleteBackupsAreRetained() throws Exception {
        var old = Files.createDirectories(dir.resolve("webchat-20200101T000000Z"));
        Files.writeString(old.resolve("manifest.json"), "{}");
        var other = Files.createDirectories(dir.resolve("holiday-photos"));
        var unfinished = Files.createDirectories(dir.resolve("webchat-20200102T000000Z.unfinished"));
        var newest = new Saving(source.endpoints(), quiet).save(dir, null);

        var removed = BackupDirectories.retain(dir, 1, Instant.now());

        assertThat(removed).containsExactlyInAnyOrder(old, unfinished);
        assertThat(list(dir)).containsExactlyInAnyOrder(newest, other);
        assertThat(BackupDirectories.find(dir)).isEqualTo(newest);
        Files.delete(newest.resolve("manifest.json"));
        assertThatThrownBy(() -> BackupDirectories.find(newest)).hasMessageContaining("is no backup");
    }

    private Path save(char[] passphrase) throws Exception {
        return new Saving(source.endpoints(), quiet).save(Files.createTempDirectory(dir, "backups"), passphrase);
    }

    private void verify(Path backup, char[] passphrase) throws Exception {
        new Verification(BackupReader.open(backup, passphrase), quiet).verify();
    }

    private void restore(Path backup, char[] passphrase) throws Exception {
        new Restoring(target.endpoints(), (short) 1, quiet).restore(BackupReader.open(backup, passphrase));
    }

    private int partition() {
        return Partitioning.partitionOf(server.id().value());
    }

    private static List<String> identities(Platform platform, Topic topic) {
        return platform.records(topic).stream()
                .map(record -> Platform.identity(record, Envelope.STRUCTURE_OFFSET))
                .toList();
    }

    private static long ends(List<ConsumerRecord<byte[], byte[]>> records) {
        return records.stream().mapToLong(ConsumerRecord::offset).max().orElseThrow();
    }

    /** For each message the ids of everything in the structure that it names as known to whoever authorised it. */
    private static List<List<String>> causes(Platform platform) {
        var structure = platform.records(Topic.STRUCTURE);
        return platform.records(Topic.MESSAGES).stream()
                .map(message -> {
                    var server = UUID.fromString(
                            Envelope.read(message.headers(), Envelope.SERVER_ID).orElseThrow());
                    var position = Envelope.readLong(message.headers(), Envelope.STRUCTURE_OFFSET)
                            .orElseThrow();
                    return structure.stream()
                            .filter(event ->
                                    event.partition() == Partitioning.partitionOf(server) && event.offset() < position)
                            .map(event -> Envelope.read(event.headers(), Envelope.RECORD_ID)
                                    .orElseThrow())
                            .toList();
                })
                .toList();
    }

    private static String epoch(Platform platform) {
        try (var admin = platform.admin()) {
            return LogEpoch.read(admin).value();
        }
    }

    private static Document document(String collection, Object id) {
        return target.store()
                .getCollection(collection)
                .find(new Document("_id", id.toString()))
                .first();
    }

    private static List<Path> list(Path directory) throws Exception {
        try (Stream<Path> entries = Files.list(directory)) {
            return new ArrayList<>(entries.toList());
        }
    }
}
