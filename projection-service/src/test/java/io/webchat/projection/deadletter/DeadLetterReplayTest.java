package io.webchat.projection.deadletter;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.webchat.domain.structure.ChannelEvent;
import io.webchat.domain.structure.ChannelId;
import io.webchat.log.Ids;
import io.webchat.log.Partitioning;
import io.webchat.log.Topic;
import io.webchat.projection.Community;
import io.webchat.projection.Queries;
import io.webchat.test.ServiceInstance;
import io.webchat.test.TestUser;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.assertj.core.api.AbstractIntegerAssert;
import org.assertj.core.api.ListAssert;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

/**
 * A defect is mended, and what it has kept out of a view is brought in, where that comes to the same as if it had never
 * been. Two instances share the store, and are asked in turn: one of them does not consume the partition.
 */
class DeadLetterReplayTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Instant AT = Instant.parse("2026-01-31T12:34:56.789Z");
    private static final String DATABASE = "replay-" + Ids.fresh();

    /** With the number of the generation from the second one on: others rebuild and switch. */
    private static final String GROUP = DATABASE + "-projection-timeline";

    private static final ServiceInstance ONE = start();
    private static final ServiceInstance OTHER = start();

    private final Community community = Community.founded(ONE);

    private static ServiceInstance start() {
        return ServiceInstance.start(MendableTimeline.class, "MONGO_DATABASE=" + DATABASE);
    }

    @AfterEach
    void mendEverything() {
        MendableTimeline.DEFECTS.clear();
        MendableTimeline.REFUSED.clear();
    }

    @AfterAll
    static void stop() {
        OTHER.close();
        ONE.close();
    }

    @Test
    void whatWasKeptOutIsBroughtInOnceItsCauseIsMended() {
        var elsewhere = anotherChannelOfThePartition();
        community.posted("before");
        defect("poison");
        community.posted("poison");
        community.posted(community.server, elsewhere, AT, "elsewhere");
        said(elsewhere).isEqualTo(List.of("elsewhere"));
        said(community.channel).isEqualTo(List.of("before"));
        var letter = onlyLetter();
        assertThat(letter)
                .containsEntry("view", "timeline")
                .containsEntry("type", "webchat.message.posted.v1")
                .containsEntry("cause", "java.lang.IllegalStateException: a defect: poison")
                .containsEntry("state", "open");
        assertThat(String.valueOf(letter.get("group"))).startsWith(GROUP);
        shown(letter)
                .jsonPath("$.value.content")
                .isEqualTo("poison")
                .jsonPath("$.stack")
                .value(String.class, stack -> assertThat(stack).contains("MendableTimeline"));
        for (var instance : List.of(ONE, OTHER)) {
            assertThat(replayed(instance, letter))
                    .containsEntry("state", "refused")
                    .containsEntry("detail", "java.lang.IllegalStateException: a defect: poison");
        }

        mendEverything();

        for (var instance : List.of(ONE, OTHER)) {
            assertThat(replayed(instance, letter)).containsEntry("state", "applied");
            said(community.channel).isEqualTo(List.of("before", "poison"));
        }
        assertThat(letters()).isEmpty();
        community.posted("after");
        said(community.channel).isEqualTo(List.of("before", "poison", "after"));
        assertThat(isWhatTheLogSays()).isTrue();
    }

    /** Whoever builds anew with a defect is to learn of it before people read what comes of that. */
    @Test
    void whatAGenerationThatIsBuiltLacksIsToldUntilItIsGivenUp() {
        community.posted("told to the new one only");
        said(community.channel).isEqualTo(List.of("told to the new one only"));
        defect("told to the new one only");

        rebuild();

        assertThat(onlyLetter()).containsEntry("state", "open").containsKey("generation");
        act("stop").expectStatus().isOk();
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(letters()).isEmpty());
    }

    @Test
    void severalLettersOfAChannelAreBroughtInInTheirOrder() {
        defect("first");
        defect("second");
        community.posted("first");
        community.posted("second");
        said(community.channel).isEqualTo(List.of());

        mendEverything();
        var both = letters();

        assertThat(both).hasSize(2);
        both.forEach(letter -> assertThat(replayed(ONE, letter)).containsEntry("state", "applied"));
        said(community.channel).isEqualTo(List.of("first", "second"));
        assertThat(isWhatTheLogSays()).isTrue();
    }

    @Test
    void whatLaterEventsHaveOvertakenIsLeftToARebuild() {
        defect("overtaken");
        community.posted("overtaken");
        community.posted("later");
        said(community.channel).isEqualTo(List.of("later"));
        numbers().isEqualTo(List.of(2));
        var letter = onlyLetter();

        mendEverything();

        assertThat(replayed(ONE, letter)).containsEntry("state", "overtaken");
        said(community.channel).isEqualTo(List.of("later"));
        assertThat(isWhatTheLogSays()).isFalse();

        rebuild();
        act("switch").expectStatus().isOk();
        await().atMost(PATIENCE).untilAsserted(() -> said(community.channel).isEqualTo(List.of("overtaken", "later")));
        assertThat(letters()).as("of the generation that is read").isEmpty();
        act("drop").expectStatus().isOk();
    }

    @Test
    void aMessageThatTheStoreRefusesKeepsItsNumber() {
        MendableTimeline.REFUSED.add("too large");
        community.posted("before");
        community.posted("too large");
        community.posted("after");
        said(community.channel).isEqualTo(List.of("before", "after"));
        community.posted("later");

        said(community.channel).isEqualTo(List.of("before", "after", "later"));
        numbers().isEqualTo(List.of(1, 3, 4));
        assertThat(isWhatTheLogSays()).as("and would be again").isTrue();

        mendEverything();
        rebuild();
        act("switch").expectStatus().isOk();

        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> said(community.channel).isEqualTo(List.of("before", "too large", "after", "later")));
        numbers().isEqualTo(List.of(1, 2, 3, 4));
        act("drop").expectStatus().isOk();
    }

    @Test
    void theLastMessageOfAChannelThatTheStoreRefusesIsNobodysToReadUntilItIsReplayedToItsNumber() {
        var ben = ONE.user();
        community.joined(ben, "ben");
        MendableTimeline.REFUSED.add("too much");
        community.posted("before");
        community.posted("too much");
        said(community.channel).isEqualTo(List.of("before"));
        unread(ben).isEqualTo(1);
        assertThat(isWhatTheLogSays()).isTrue();

        mendEverything();
        assertThat(replayed(ONE, onlyLetter())).containsEntry("state", "applied");

        said(community.channel).isEqualTo(List.of("before", "too much"));
        numbers().isEqualTo(List.of(1, 2));
        unread(ben).isEqualTo(2);
        assertThat(isWhatTheLogSays()).isTrue();
    }

    @Test
    void operatorsListShowAndReplayFromTheCommandLine() throws Exception {
        defect("by hand");
        community.posted("by hand");
        said(community.channel).isEqualTo(List.of());
        var letter = String.valueOf(onlyLetter().get("id"));

        assertThat(dlt(0, "list", "--view", "timeline", "--cause", "by hand"))
                .contains(letter + "  ", "  open\n", "record webchat.messages/", "webchat.message.posted.v1")
                .contains("by " + GROUP, "a defect: by hand", "dlt: 1 letter\n");
        assertThat(dlt(0, "show", letter))
                .contains("dlt_view: timeline\n", "\tat io.webchat.projection", "\"content\" : \"by hand\"");
        assertThat(dlt(1, "replay", letter))
                .contains(letter + ": refused, java.lang.IllegalStateException: a defect: by hand")
                .contains("dlt: 0 of 1 replayed");

        mendEverything();

        assertThat(dlt(0, "replay", "--all", "--cause", "by hand"))
                .contains(letter + ": applied\n", "dlt: 1 of 1 replayed");
        said(community.channel).isEqualTo(List.of("by hand"));
        assertThat(dlt(0, "list", "--cause", "by hand")).isEqualTo("dlt: 0 letters\n");
        assertThat(dlt(0, "list", "--cause", "by hand", "--all")).contains(letter + "  ", "  applied\n");
    }

    /** What {@code ./webchat dlt} prints, and says by its exit code. */
    private static String dlt(int exitCode, String... words) throws Exception {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var command = new ArrayList<>(List.of(
                java, "-cp", System.getProperty("java.class.path"), "io.webchat.standalone.cli.Webchat", "dlt"));
        command.addAll(List.of(words));
        command.addAll(List.of("--url", "http://127.0.0.1:" + managementPort(ONE)));
        var process = new ProcessBuilder(command).start();
        var printed = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).as(printed).isEqualTo(exitCode);
        return printed;
    }

    @Test
    void whatIsNoLetterIsRefused() {
        get("/actuator/deadletters/nonsense/0/0").expectStatus().isNotFound();
        get("/actuator/deadletters/webchat.messages.dlt/0/1000000")
                .expectStatus()
                .isNotFound();
        get("/actuator/deadletters/webchat.messages.dlt/99/0").expectStatus().isNotFound();
        get("/actuator/deadletters/webchat.messages.dlt/0/nonsense")
                .expectStatus()
                .isBadRequest();
        get("/actuator/deadletters?limit=0").expectStatus().isBadRequest();
        get("/actuator/deadletters?topic=nonsense").expectStatus().isNotFound();
    }

    @Test
    void aRecordThatNobodyCanReadIsShownAsItIs() {
        var record = new ProducerRecord<>(
                Topic.MESSAGES.topicName(), partition(), null, key().getBytes(UTF_8), "no JSON".getBytes(UTF_8));
        community.append(Topic.MESSAGES, record);
        said(community.channel).isEqualTo(List.of());

        var letter = onlyLetter();

        shown(letter)
                .jsonPath("$.text")
                .isEqualTo("no JSON")
                .jsonPath("$.letter.cause")
                .value(String.class, cause -> assertThat(cause).contains("no ce_type"));
        assertThat(replayed(OTHER, letter)).containsEntry("state", "refused");

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(letters("view=search&all=true"))
                        .as("of the index of each instance, those of other tests as well")
                        .hasSizeGreaterThanOrEqualTo(2)
                        .allSatisfy(other -> assertThat(other)
                                .containsEntry("state", "former")
                                .containsEntry("source", letter.get("source"))));
    }

    private static void defect(String content) {
        MendableTimeline.DEFECTS.add(content);
    }

    private ChannelId anotherChannelOfThePartition() {
        var id = Stream.generate(() -> new ChannelId(Ids.fresh()))
                .filter(one -> Partitioning.partitionOf(one.value()) == partition())
                .findFirst()
                .orElseThrow();
        community.happens(new ChannelEvent.Created(
                community.server, id, "elsewhere", community.owner.id(), AT, null, null, null));
        return id;
    }

    private int partition() {
        return Partitioning.partitionOf(community.channel.value());
    }

    private String key() {
        return community.channel + "/broken";
    }

    private ListAssert<Object> said(ChannelId channel) {
        return shown(channel, "content");
    }

    private ListAssert<Object> numbers() {
        return shown(community.channel, "number");
    }

    private ListAssert<Object> shown(ChannelId channel, String field) {
        var found = new ArrayList<Object>();
        Queries.at(ONE)
                .found(community, "/api/channels/" + channel + "/messages")
                .jsonPath("$.messages[?(@.isDeleted==false)]." + field)
                .value(List.class, found::addAll);
        return assertThat(found);
    }

    private AbstractIntegerAssert<?> unread(TestUser reader) {
        var found = new AtomicInteger();
        Queries.at(ONE)
                .found(community, reader, "/api/channels/" + community.channel + "/unread")
                .jsonPath("$.unread")
                .value(Integer.class, found::set);
        return assertThat(found.get());
    }

    private Map<String, Object> onlyLetter() {
        var found = letters();
        assertThat(found).hasSize(1);
        return found.getFirst();
    }

    /** Those of this community about which something is left to do. */
    private List<Map<String, Object>> letters() {
        return letters("view=timeline");
    }

    private List<Map<String, Object>> letters(String which) {
        var all = get("/actuator/deadletters?topic=webchat.messages.dlt&limit=10000&" + which)
                .expectStatus()
                .isOk()
                .expectBody(new ParameterizedTypeReference<Letters>() {})
                .returnResult()
                .getResponseBody();
        return all.letters().stream()
                .filter(letter -> String.valueOf(letter.get("key")).startsWith(community.channel.toString()))
                .toList();
    }

    private record Letters(List<Map<String, Object>> letters) {}

    private RestTestClient.BodyContentSpec shown(Map<String, Object> letter) {
        return get("/actuator/deadletters/" + letter.get("id"))
                .expectStatus()
                .isOk()
                .expectBody();
    }

    private static Map<String, Object> replayed(ServiceInstance instance, Map<String, Object> letter) {
        return management(instance)
                .post()
                .uri("/actuator/deadletters/" + letter.get("id"))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(new ParameterizedTypeReference<Map<String, Object>>() {})
                .returnResult()
                .getResponseBody();
    }

    /** Whether a timeline that is built from the log is the same. */
    private static boolean isWhatTheLogSays() {
        rebuild();
        var same = new AtomicBoolean();
        act("compare").expectBody().jsonPath("$.same").value(Boolean.class, same::set);
        act("stop").expectStatus().isOk();
        return same.get();
    }

    private static void rebuild() {
        act("rebuild").expectStatus().isOk();
        await().atMost(PATIENCE)
                .untilAsserted(() -> get("/actuator/views")
                        .expectBody()
                        .jsonPath("$.views[?(@.view=='timeline')].caughtUp")
                        .isEqualTo(true));
    }

    private static ResponseSpec act(String action) {
        return management(ONE)
                .post()
                .uri("/actuator/views/timeline")
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("action", action))
                .exchange();
    }

    private static ResponseSpec get(String uri) {
        return management(ONE).get().uri(uri).exchange();
    }

    private static RestTestClient management(ServiceInstance instance) {
        return RestTestClient.bindToServer()
                .baseUrl("http://127.0.0.1:" + managementPort(instance))
                .build();
    }

    private static String managementPort(ServiceInstance instance) {
        return instance.context().getEnvironment().getRequiredProperty("local.management.port");
    }
}
