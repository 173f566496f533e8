package io.webchat.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.webchat.client.Ids;
import io.webchat.client.gateway.ReceivedMessages;
import io.webchat.client.gateway.ResumePoint;
import io.webchat.system.stack.Answer;
import io.webchat.system.stack.Ask;
import io.webchat.system.stack.NeedsStack;
import io.webchat.system.stack.OwnStack;
import io.webchat.system.stack.Person;
import io.webchat.system.stack.Room;
import io.webchat.system.stack.Stack;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A platform is saved, destroyed and restored, and everything that people said and gave to each other is there again.
 */
@NeedsStack
class BackupTest {
    private static final Map<String, String> SECRET =
            Map.of("WEBCHAT_BACKUP_PASSPHRASE", "correct horse battery staple");
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String FILE = "content of a file ".repeat(30_000);

    @TempDir
    Path dir;

    private OwnStack stack;

    @Test
    void whatWasSavedIsThereAgainAfterEverythingWasDestroyed() throws Exception {
        Assumptions.assumeTrue(Stack.hasLauncher(), "needs -Dwebchat.launcher, to start a stack of its own");
        try (var own = new OwnStack(dir.resolve("data"))) {
            stack = own;
            stack.up();
            var ada = stack.register("ada");
            var bo = stack.register("bo");
            var room = Room.of(ada, bo);
            var file = live(ada, bo, room);
            var point = connected(bo);
            var before = settled(bo, room, file);

            command(SECRET, 0, "backup", "--to", backups());
            verifyFindsDamageAndWrongPassphrases();
            await().atMost(PATIENCE).until(() -> newestBackup() > 0);
            assertThat(command(SECRET, 1, "restore", backups())).contains("WebChat runs on");

            stack.down();
            stack.destroy();
            assertThat(command(SECRET, 0, "restore", backups())).contains("restore: ", "2 accounts, 1 files");
            assertThat(command(SECRET, 1, "restore", backups()))
                    .contains(
                            "empty platform only",
                            "topic webchat.messages: ",
                            "collection accounts of database webchat: has documents (2)");

            stack.up();
            var boAgain = stack.login(bo);
            assertThat(boAgain.id()).isEqualTo(bo.id());
            await().atMost(PATIENCE)
                    .untilAsserted(
                            () -> assertThat(everything(boAgain, room, file)).isEqualTo(before));
            await().atMost(PATIENCE).until(() -> newestBackup() == 0);
            aClientThatComesBackIsToldToFetchAnew(boAgain, point);
            lifeGoesOn(stack.login(ada), boAgain, room, file);
        }
    }

    /** Returns the path of a file that a message carries. */
    private String live(Person ada, Person bo, Room room) {
        var channel = "/api/channels/" + room.channelId();
        var file = channel + "/attachments/" + Ids.fresh();
        var uploaded = ask("PUT", file + "?name=words.txt")
                .as(ada)
                .body(BodyPublishers.ofString(FILE))
                .answer();
        assertThat(uploaded.status()).as(uploaded.body()).isEqualTo(201);
        var attachment = file.substring(file.lastIndexOf('/') + 1);
        post(ada, room, "{'messageId':'%s','content':'with a file','attachmentIds':['" + attachment + "']}");
        var edited = post(ada, room, "{'messageId':'%s','content':'Helo'}");
        done(() -> ask("PUT", channel + "/messages/" + edited + "/content")
                .json("{'content':'Hello'}")
                .following(ada));
        var smile = URLEncoder.encode("👍", StandardCharsets.UTF_8);
        done(() -> ask("PUT", channel + "/messages/" + edited + "/reactions/" + smile + "/me")
                .following(bo));
        done(() -> ask("PUT", channel + "/pins/" + edited).following(ada));
        done(() -> ask("PUT", channel + "/threads/" + edited)
                .json("{'name':'On greetings'}")
                .following(bo));
        post(bo, room, "{'messageId':'%s','content':'in the thread','threadId':'" + edited + "'}");
        var deleted = post(bo, room, "{'messageId':'%s','content':'never mind'}");
        done(() -> ask("DELETE", channel + "/messages/" + deleted).following(bo));
        post(ada, room, "{'messageId':'%s','content':'Look, <@" + bo.id() + ">'}");
        done(() -> ask("PUT", channel + "/read")
                .json("{'messageId':'" + edited + "'}")
                .following(bo));
        return file;
    }

    private UUID post(Person author, Room room, String body) {
        var id = Ids.fresh();
        // A busy machine answers 503 now and then; clients bear with it.
        await().atMost(PATIENCE).untilAsserted(() -> {
            var posted = ask("POST", "/api/channels/" + room.channelId() + "/messages")
                    .json(body.formatted(id))
                    .following(author);
            assertThat(posted.outcome()).as(posted.body()).isEqualTo("201");
        });
        return id;
    }

    private static void done(Supplier<Answer> command) {
        await().atMost(PATIENCE).untilAsserted(() -> {
            var answer = command.get();
            assertThat(answer.outcome()).as(answer.body()).isEqualTo("204");
        });
    }

    /** What views say once they have got as far as everybody has written. */
    private Map<String, String> settled(Person reader, Room room, String file) {
        var channel = "/api/channels/" + room.channelId();
        return await().atMost(PATIENCE)
                .until(
                        () -> everything(reader, room, file),
                        all -> all.values().stream().allMatch(answer -> answer.startsWith("200 "))
                                && all.get(channel + "/messages").contains("Look, <@")
                                && all.get(channel + "/messages").contains("👍")
                                && all.get(channel + "/pins").contains("Hello")
                                && all.get(channel + "/threads").contains("On greetings")
                                && all.get("/api/users/me/mentions").contains("Look, <@")
                                && all.get("/api/search/messages?q=hello").contains("Hello"));
    }

    /**
     * What views say; left out are the places in the log, and who is there, which is told only if it is known at once.
     */
    private Map<String, String> everything(Person reader, Room room, String file) {
        var channel = "/api/channels/" + room.channelId();
        var server = "/api/servers/" + room.serverId();
        var result = new LinkedHashMap<String, String>();
        for (var path : List.of(
                "/api/auth/me",
                "/api/servers",
                server,
                server + "/members",
                channel + "/messages",
                channel + "/pins",
                channel + "/threads",
                channel + "/unread",
                "/api/users/me/mentions",
                "/api/search/messages?q=hello",
                file)) {
            var answer = ask("GET", path).following(reader);
            result.put(
                    path,
                    answer.outcome() + " "
                            + answer.body()
                                    .replaceAll(",?\"presence\":\"[^\"]*\"", "")
                                    .replaceAll("\"(position|readPosition|stream|offset)\":(\"[^\"]*\"|\\d+),?", ""));
        }
        assertThat(result.get(file)).isEqualTo("200 " + FILE);
        return result;
    }

    private ResumePoint connected(Person reader) throws Exception {
        try (var connection = reader.client().connect(new ReceivedMessages())) {
            connection.caughtUp().get(10, TimeUnit.SECONDS);
            return connection.resumePoint().orElseThrow();
        }
    }

    private void verifyFindsDamageAndWrongPassphrases() throws Exception {
        assertThat(command(SECRET, 0, List.of("verify-backup", backups()))).contains("verify-backup: whole");
        var wrong = Map.of("WEBCHAT_BACKUP_PASSPHRASE", "wrong horse battery staple");
        assertThat(command(wrong, 1, List.of("verify-backup", backups())))
                .contains("The passphrase is not the one that the backup was made with.");
        try (var all = Files.walk(Path.of(backups()))) {
            var log = all.filter(path -> path.endsWith("webchat.messages.records.gz"))
                    .findFirst()
                    .orElseThrow();
            var whole = Files.readAllBytes(log);
            var damaged = whole.clone();
            damaged[whole.length / 3] ^= 1;
            Files.write(log, damaged);
            assertThat(command(SECRET, 1, List.of("verify-backup", backups())))
                    .contains("webchat.messages.records.gz: is damaged");
            Files.write(log, whole);
        }
    }

    private static void aClientThatComesBackIsToldToFetchAnew(Person reader, ResumePoint point) throws Exception {
        var received = new ReceivedMessages();
        try (var connection = reader.client().resume(point, received)) {
            connection.caughtUp().get(10, TimeUnit.SECONDS);
            assertThat(received.resets()).hasSize(1);
            assertThat(connection.resumePoint().orElseThrow().epoch()).isNotEqualTo(point.epoch());
        }
    }

    private void lifeGoesOn(Person ada, Person bo, Room room, String file) throws Exception {
        var received = new ReceivedMessages();
        try (var connection = bo.client().connect(received)) {
            connection.caughtUp().get(10, TimeUnit.SECONDS);
            var id = post(ada, room, "{'messageId':'%s','content':'and on'}");
            received.arrival(id).get(10, TimeUnit.SECONDS);
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(room.historyOf(bo)).contains(id));
        }
        assertThat(Room.of(ada, bo).historyOf(bo)).isEmpty();
        assertThat(ask("GET", file).following(ada).body()).isEqualTo(FILE);
    }

    /** When it was begun, in seconds since 1970, as operators are told. */
    private double newestBackup() {
        return stack.authMetrics()
                .lines()
                .filter(line -> line.startsWith("webchat_backup_begun_seconds"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .findFirst()
                .orElseThrow();
    }

    private String backups() {
        return dir.resolve("backups").toString();
    }

    private Ask ask(String method, String path) {
        return Ask.of(method, stack.url(), path);
    }

    private String command(Map<String, String> environment, int expected, String... arguments) throws Exception {
        var ended = stack.run(environment, arguments);
        assertThat(ended.code()).as(ended.output()).isEqualTo(expected);
        return ended.output();
    }

    private static String command(Map<String, String> environment, int expected, List<String> arguments)
            throws Exception {
        var ended = OwnStack.run(environment, arguments);
        assertThat(ended.code()).as(ended.output()).isEqualTo(expected);
        return ended.output();
    }
}
