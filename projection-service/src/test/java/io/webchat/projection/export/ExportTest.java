package io.webchat.projection.export;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.webchat.domain.message.Emoji;
import io.webchat.domain.message.MessageChange;
import io.webchat.domain.message.MessageEvent;
import io.webchat.domain.message.MessageId;
import io.webchat.domain.message.ThreadEvent;
import io.webchat.domain.structure.ChannelEvent;
import io.webchat.domain.structure.ChannelId;
import io.webchat.domain.structure.ConversationEvent;
import io.webchat.domain.structure.Permission;
import io.webchat.domain.structure.Permissions;
import io.webchat.domain.structure.RoleEvent;
import io.webchat.domain.structure.RoleId;
import io.webchat.domain.structure.ServerId;
import io.webchat.domain.user.UserId;
import io.webchat.log.Ids;
import io.webchat.log.Partitioning;
import io.webchat.log.Topic;
import io.webchat.projection.Community;
import io.webchat.projection.Queries;
import io.webchat.projection.SharedInstances;
import io.webchat.support.consistency.ConsistencyTokens;
import io.webchat.support.token.AuthenticatedUser;
import io.webchat.test.ServiceInstance;
import io.webchat.test.TestUser;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What people take out of a server, who may, and how they go on where they were interrupted. */
class ExportTest {
    private static final Instant AT = Instant.parse("2026-01-31T12:34:56.789Z");
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final ServiceInstance INSTANCE = SharedInstances.first();

    private final Community community = Community.founded(INSTANCE);
    private final TestUser ben = INSTANCE.user();
    private final String ofChannel = "/api/channels/" + community.channel + "/export";
    private final String ofServer = "/api/servers/" + community.server + "/export";

    @Test
    void aChannelIsOneMessageALineWithItsThreadsAndAnEnd() {
        var root = community.posted("root");
        var gone = community.posted("gone");
        community.append(new ThreadEvent.Started(
                community.server, community.channel, root.messageId(), community.owner.id(), "Details", AT));
        community.append(inThread(root, "detail"));
        community.append(new MessageChange.Deleted(
                community.server, community.channel, gone.messageId(), community.owner.id(), AT));

        var lines = lines(community.owner, ofChannel);

        assertThat(lines).hasSize(4);
        assertThat(lines.getFirst().path("kind").asString()).isEqualTo("message");
        assertThat(lines.getFirst().path("author").asString()).isEqualTo("ada");
        assertThat(lines.getFirst().path("channel").asString()).isEqualTo("general");
        assertThat(lines.getFirst().path("serverId").asString()).isEqualTo(community.server.toString());
        assertThat(contents(lines)).containsExactly("root", "", "detail");
        assertThat(lines.get(1).path("isDeleted").asBoolean()).isTrue();
        assertThat(lines.get(2).path("threadId").asString())
                .isEqualTo(root.messageId().toString());
        var end = lines.getLast();
        assertThat(end.path("kind").asString()).isEqualTo("end");
        assertThat(end.path("complete").asBoolean()).isTrue();
        assertThat(end.path("messages").asInt()).isEqualTo(3);
        assertThat(end.path("cursor")).isEqualTo(lines.get(2).path("cursor"));
    }

    @Test
    void anExportGoesOnWhereItWasCutOffWithoutLosingOrDoublingAMessage() {
        var said = IntStream.rangeClosed(1, 250).mapToObj(i -> "message " + i).toList();
        said.forEach(community::posted);
        var whole = lines(community.owner, ofChannel);
        assertThat(contents(whole)).isEqualTo(said);

        var half = lines(community.owner, ofChannel + "?limit=120");
        assertThat(half.getLast().path("complete").asBoolean()).isFalse();
        assertThat(half.getLast().has("problem")).isFalse();
        community.posted("meanwhile");
        var rest = lines(
                community.owner,
                ofChannel + "?after=" + half.getLast().path("cursor").asString());
        assertThat(Stream.concat(contents(half).stream(), contents(rest).stream()))
                .containsExactlyElementsOf(
                        Stream.concat(said.stream(), Stream.of("meanwhile")).toList());

        // A connection that breaks leaves no last line, but the cursor of the one before.
        var received = whole.subList(0, 57);
        rest = lines(
                community.owner,
                ofChannel + "?after=" + received.getLast().path("cursor").asString());
        assertThat(contents(rest).getFirst()).isEqualTo("message 58");
    }

    @Test
    void aTableHasNoFormulas() {
        community.posted("=HYPERLINK(\"https://example.org\")");
        var two = community.posted("two\nlines, \"quoted\"");
        community.append(new MessageChange.ReactionAdded(
                community.server, community.channel, two.messageId(), ben.id(), new Emoji("👋"), AT));
        community.posted("'tis");

        var table = get(community.owner, ofChannel + "?format=csv")
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("Content-Type", "text/csv;header=present;charset=UTF-8")
                .expectHeader()
                .valueEquals(
                        "Content-Disposition", "attachment; filename=\"general.csv\"; filename*=UTF-8''general.csv")
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();

        assertThat(table)
                .startsWith("\"kind\",\"cursor\",\"serverId\",")
                .contains(",\"'=HYPERLINK(\"\"https://example.org\"\")\",")
                .contains(",\"two\nlines, \"\"quoted\"\"\",")
                .contains(",\"2026-01-31T12:34:56.789Z\",", ",\"👋 1\",")
                .contains(",\"''tis\",")
                .contains("\r\n\"end\",\"" + community.channel + "/3\",");
        assertThat(table.split("\r\n", -1)).hasSize(1 + 3 + 1 + 1);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "=1+1, '=1+1",
                "+1, '+1",
                "-1, '-1",
                "@SUM(A1), '@SUM(A1)",
                "\"  =1\", '  =1",
                "＝1, '＝1",
                "harmless, harmless",
                "a=b, a=b"
            })
    void whatASpreadsheetTakesForAFormulaIsMadeText(String text, String cell) {
        assertThat(CsvRows.harmless(text)).isEqualTo(cell);
    }

    @Test
    void whoManagesMessagesExportsAChannelForAsLongAsTheyDo() {
        community.posted("Hello");
        get(ben, ofChannel).expectStatus().isNotFound();
        community.joined(ben, "ben");
        hasProblem(get(ben, ofChannel), 403, "missing-permission");

        var role = granted(Permission.MANAGE_MESSAGES);
        assertThat(contents(lines(ben, ofChannel))).containsExactly("Hello");
        hasProblem(get(ben, ofServer), 403, "missing-permission");

        community.happens(new RoleEvent.Withdrawn(community.server, role, ben.id(), community.owner.id(), AT));
        hasProblem(get(ben, ofChannel + "?format=csv"), 403, "missing-permission");
    }

    @Test
    void aServerIsExportedByWhoManagesItWithTheChannelsThatTheySee() {
        var hidden = new ChannelId(Ids.fresh());
        community.happens(new ChannelEvent.Created(
                community.server, hidden, "hidden", community.owner.id(), AT, null, null, true));
        community.posted("in general");
        community.posted(community.server, hidden, AT, "in private");
        community.joined(ben, "ben");
        granted(Permission.MANAGE_SERVER);

        assertThat(contents(lines(community.owner, ofServer))).containsExactly("in general", "in private");
        assertThat(contents(lines(ben, ofServer))).containsExactly("in general");
        var cursorOfHidden = hidden + "/0";
        assertThat(contents(lines(ben, ofServer + "?after=" + cursorOfHidden))).isEmpty();
        get(INSTANCE.user(), ofServer).expectStatus().isNotFound();
    }

    @Test
    void aConversationIsExportedByThoseInIt() {
        var pair = new ServerId(Ids.fresh());
        var channel = new ChannelId(Ids.fresh());
        community.happens(new ConversationEvent.PairStarted(
                pair, channel, List.of(community.owner.id(), ben.id()), ben.id(), AT));
        community.posted(pair, channel, AT, "just us");

        assertThat(contents(lines(ben, "/api/channels/" + channel + "/export"))).containsExactly("just us");
        get(INSTANCE.user(), "/api/channels/" + channel + "/export")
                .expectStatus()
                .isNotFound();
    }

    @Test
    void aPermissionThatIsLostEndsAnExportThatIsBeingWritten() throws Exception {
        IntStream.rangeClosed(1, 250).forEach(i -> community.posted("message " + i));
        community.joined(ben, "ben");
        var role = granted(Permission.MANAGE_MESSAGES);
        assertThat(contents(lines(ben, ofChannel))).hasSize(250);
        var caller = INSTANCE.bean(ConsistencyTokens.class).decode(ben.id(), List.of(community.tokenFor(ben)));
        var scope = INSTANCE.bean(ExportAccess.class)
                .channel(community.channel, new AuthenticatedUser(ben.id(), "session", Instant.now()), caller);
        var written = new ArrayList<String>();

        var end = INSTANCE.bean(Exports.class).write(scope, null, 1_000, caller, server -> new ExportSink() {
            @Override
            public void message(Line line) {
                written.add(line.message().content());
            }

            @Override
            public void end(End last) {}

            @Override
            public void flush() {
                if (written.size() == 100) {
                    community.happens(
                            new RoleEvent.Withdrawn(community.server, role, ben.id(), community.owner.id(), AT));
                    // Whoever has seen the withdrawal is answered by an instance that has.
                    hasProblem(get(ben, ofChannel), 403, "missing-permission");
                }
            }
        });

        assertThat(written).hasSize(100).endsWith("message 100");
        assertThat(end)
                .isEqualTo(new ExportSink.End("end", community.channel + "/100", false, 100, "missing-permission"));
    }

    @ParameterizedTest
    @CsvSource({
        "format=xml, format",
        "limit=0, limit",
        "after=nonsense, after",
        "after=a/b/c/d, after",
        "after=01890a5d-ac96-774b-bcce-b302099a8057/1, after"
    })
    void badInputNamesItsField(String query, String field) {
        get(community.owner, ofChannel + "?" + query)
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo(field);
    }

    @Test
    void theFormatFollowsWhatTheClientAccepts() {
        community.posted("Hello");
        assertThat(contents(lines(community.owner, ofChannel))).containsExactly("Hello");

        accepting("text/csv").expectStatus().isOk().expectHeader().contentType("text/csv;header=present;charset=UTF-8");
        accepting("*/*").expectStatus().isOk().expectHeader().contentType("application/x-ndjson");
        accepting("text/csv;q=0.5, application/x-ndjson")
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentType("application/x-ndjson");
        hasProblem(accepting("image/png"), 406, "not-acceptable");
    }

    @Test
    void theCallersTokenIsHonoured() {
        get(community.owner, ofChannel).expectStatus().isOk();
        var ahead = community.tokenAhead(Topic.MESSAGES, Partitioning.partitionOf(community.channel.value()));

        hasProblem(Queries.at(INSTANCE).get(community.owner, ahead, ofChannel), 503, "view-behind");
    }

    @Test
    void onlySoManyAreWrittenAtOnce() {
        community.posted("Hello");
        var slots = INSTANCE.bean(ExportSlots.class);
        var taken = Stream.generate(() -> slots.take(new UserId(Ids.fresh())))
                .limit(ExportSlots.AT_ONCE)
                .toList();
        try {
            var token = community.tokenFor(community.owner);
            hasProblem(Queries.at(INSTANCE).get(community.owner, token, ofChannel), 503, "overloaded");
        } finally {
            taken.forEach(ExportSlots.Slot::close);
        }
        assertThat(contents(lines(community.owner, ofChannel))).containsExactly("Hello");
    }

    @Test
    void onlyOneOfEachUserIsWrittenAtOnce() {
        community.posted("Hello");
        community.joined(ben, "ben");
        granted(Permission.MANAGE_MESSAGES);
        var slot = INSTANCE.bean(ExportSlots.class).take(community.owner.id());
        try {
            var refused = Queries.at(INSTANCE).get(community, community.owner, ofServer);
            refused.expectHeader().valueEquals("Retry-After", "5");
            hasProblem(refused, 429, "too-many-requests");
            assertThat(contents(lines(ben, ofChannel))).containsExactly("Hello");
        } finally {
            slot.close();
        }
        assertThat(contents(lines(community.owner, ofServer))).containsExactly("Hello");
    }

    @Test
    void theLogSaysWhoHasExportedWhat() {
        var logger = (Logger) LoggerFactory.getLogger(ExportEndpoint.class);
        var written = new ListAppender<ILoggingEvent>();
        written.start();
        logger.setLevel(Level.INFO);
        logger.addAppender(written);
        try {
            community.posted("Hello");
            lines(community.owner, ofChannel);
            assertThat(written.list)
                    .extracting(ILoggingEvent::getFormattedMessage)
                    .contains(
                            "user " + community.owner.id() + " exports channel " + community.channel
                                    + " as JSONL after null",
                            "user " + community.owner.id() + " has exported 1 messages of channel " + community.channel
                                    + ": complete");
        } finally {
            logger.detachAppender(written);
            logger.setLevel(null);
        }
    }

    /** Gives Ben a role. */
    private RoleId granted(Permission permission) {
        var role = new RoleId(Ids.fresh());
        community.happens(
                new RoleEvent.Created(
                        community.server, role, "Role", null, Permissions.of(permission), community.owner.id(), AT),
                new RoleEvent.Assigned(community.server, role, ben.id(), community.owner.id(), AT));
        return role;
    }

    private MessageEvent.Posted inThread(MessageEvent.Posted root, String content) {
        return new MessageEvent.Posted(
                community.server,
                community.channel,
                new MessageId(Ids.fresh()),
                community.owner.id(),
                content,
                null,
                root.messageId(),
                null,
                null,
                AT);
    }

    private ResponseSpec get(TestUser user, String path) {
        return Queries.at(INSTANCE).get(community, user, path);
    }

    private ResponseSpec accepting(String types) {
        return Queries.at(INSTANCE)
                .http()
                .get()
                .uri(ofChannel)
                .header("Authorization", community.owner.bearer())
                .header(ConsistencyTokens.HEADER, community.tokenFor(community.owner))
                .header("Accept", types)
                .exchange();
    }

    private static void hasProblem(ResponseSpec answer, int status, String type) {
        answer.expectStatus()
                .isEqualTo(status)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:webchat:problem:" + type);
    }

    private List<JsonNode> lines(TestUser user, String path) {
        var text = get(user, path)
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        assertThat(text).endsWith("\n");
        return text.lines().map(JSON::readTree).toList();
    }

    private static List<String> contents(List<JsonNode> lines) {
        return lines.stream()
                .filter(line -> line.path("kind").asString().equals("message"))
                .map(line -> line.path("content").asString())
                .toList();
    }
}
