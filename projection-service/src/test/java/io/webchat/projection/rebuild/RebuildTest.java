package io.webchat.projection.rebuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.webchat.log.Ids;
import io.webchat.log.Topic;
import io.webchat.projection.Community;
import io.webchat.projection.ProjectionServiceApplication;
import io.webchat.projection.Queries;
import io.webchat.projection.store.Generation;
import io.webchat.projection.store.ViewCollections;
import io.webchat.projection.store.ViewGenerations;
import io.webchat.support.log.LogClients;
import io.webchat.test.ServiceInstance;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.admin.Admin;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

/** Views are built anew beside those that are read, by two instances that share a store. */
class RebuildTest {
    private static final String DATABASE = "rebuild-" + Ids.fresh();
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final ServiceInstance SERVICE = start();
    private static final ServiceInstance OTHER = start();

    private final Community community = Community.founded(SERVICE);

    private static ServiceInstance start() {
        return ServiceInstance.start(
                ProjectionServiceApplication.class, "MONGO_DATABASE=" + DATABASE, "webchat.limit.request-time=15s");
    }

    @AfterAll
    static void stop() {
        OTHER.close();
        SERVICE.close();
    }

    @Test
    void nobodyMissesAMessageWhilePeopleTalkAndTheirTimelineIsBuiltAnew() throws Exception {
        var done = new AtomicBoolean();
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            var readers = List.of(SERVICE, OTHER).stream()
                    .map(instance -> people.submit(() -> talkAndRead(instance, done)))
                    .toList();
            try {
                act("timeline", "rebuild")
                        .expectStatus()
                        .isOk()
                        .expectBody()
                        .jsonPath("$.building")
                        .isNotEmpty();
                awaitCaughtUp("timeline");
                act("timeline", "compare")
                        .expectStatus()
                        .isOk()
                        .expectBody()
                        .jsonPath("$.same")
                        .isEqualTo(true);
                var live = SERVICE.bean(ViewGenerations.class).of("timeline").live();
                act("timeline", "switch").expectStatus().isOk();
                for (var instance : List.of(SERVICE, OTHER)) {
                    await().atMost(PATIENCE)
                            .until(() -> generations(instance).of("timeline").live() > live);
                }
            } finally {
                done.set(true);
            }
            for (var reader : readers) {
                assertThat(reader.get()).as("answers that were read meanwhile").isPositive();
            }
        }
        act("timeline", "drop").expectStatus().isOk();
    }

    @Test
    void whatDiffersIsFoundAndOneCanGoBack() {
        community.happens();
        rebuilt("profiles");
        act("profiles", "switch").expectStatus().isOk();
        var former = generations(SERVICE).of("profiles").previous();
        awaitEverybodyReads("profiles");
        spoil("profiles");

        act("profiles", "compare")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.same")
                .isEqualTo(false)
                .jsonPath("$.collections[0].differing")
                .isEqualTo(1)
                .jsonPath("$.collections[0].examples[0]")
                .isEqualTo(community.owner.id().toString());

        act("profiles", "back")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.live")
                .isEqualTo(former.intValue());
        awaitEverybodyReads("profiles");
        act("profiles", "drop").expectStatus().isOk();
        act("profiles", "back").expectStatus().isEqualTo(409);
        awaitCollections("profiles", "profiles" + (former == 1 ? "" : "." + former));
    }

    @Test
    void whoStandsStillAMomentIsComparedOnceTheyAreAsFar() throws Exception {
        var mongo = SERVICE.bean(MongoTemplate.class);
        var live = new Generation("bans", 98);
        var other = new Generation("bans", 99);
        mongo.save(new Document("_id", "one").append("revision", 2), "bans.98");
        mongo.save(new Document("_id", "one").append("revision", 1), "bans.99");

        var compared = SERVICE.bean(ViewComparison.class).compare(live, other, () -> {
            mongo.save(new Document("_id", "one").append("revision", 2), "bans.99");
            return true;
        });

        assertThat(compared)
                .singleElement()
                .satisfies(bans -> assertThat(bans.isSame()).isTrue());
        mongo.dropCollection("bans.98");
        mongo.dropCollection("bans.99");
    }

    @Test
    void whoDoesNotCatchUpIsWaitedForOnceWhateverDiffers() throws Exception {
        var mongo = SERVICE.bean(MongoTemplate.class);
        var collections = ViewCollections.of("audit");
        collections.forEach(name -> mongo.save(new Document("_id", "one"), name + ".98"));
        var waited = new AtomicInteger();

        var compared = SERVICE.bean(ViewComparison.class)
                .compare(new Generation("audit", 98), new Generation("audit", 99), () -> {
                    waited.incrementAndGet();
                    return false;
                });

        assertThat(compared)
                .hasSizeGreaterThan(1)
                .allSatisfy(one -> assertThat(one.differing()).isOne());
        assertThat(waited).hasValue(1);
        collections.forEach(name -> mongo.dropCollection(name + ".98"));
    }

    @Test
    void whatIsGivenUpLeavesNothingBehind() throws Exception {
        rebuilt("members");
        var building = generations(SERVICE).of("members").building();

        act("members", "stop").expectStatus().isOk();

        awaitCollections("members", "members");
        try (var admin = SERVICE.bean(LogClients.class).admin()) {
            await().atMost(PATIENCE)
                    .until(() -> admin.listGroups().all().get().stream()
                            .noneMatch(group -> group.groupId().equals(DATABASE + "-projection-members." + building)));
        }
    }

    @Test
    void aGenerationThatIsBuiltHasSeveralConsumersAtEachInstance() throws Exception {
        rebuilt("invites");
        var building = generations(SERVICE).of("invites").building();

        try (var admin = SERVICE.bean(LogClients.class).admin()) {
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(members(admin, DATABASE + "-projection-invites." + building))
                            .hasSizeGreaterThan(2)
                            .allMatch(partitions -> partitions < Topic.PARTITIONS)
                            .satisfies(partitions -> assertThat(partitions.stream()
                                            .mapToInt(Integer::intValue)
                                            .sum())
                                    .isEqualTo(Topic.PARTITIONS)));
        }
        act("invites", "stop").expectStatus().isOk();
    }

    /** How many partitions each member of a consumer group has. */
    private static List<Integer> members(Admin admin, String group) throws Exception {
        return admin.describeConsumerGroups(List.of(group)).all().get().get(group).members().stream()
                .map(member -> member.assignment().topicPartitions().size())
                .toList();
    }

    @Test
    void whatCannotBeIsRefused() {
        act("nonsense", "rebuild").expectStatus().isNotFound();
        act("bans", "nonsense").expectStatus().isBadRequest();
        act("bans", "switch").expectStatus().isEqualTo(409);
        act("bans", "compare").expectStatus().isEqualTo(409);
    }

    /** Returns how many answers it has got; each contained what was said before. */
    private static int talkAndRead(ServiceInstance instance, AtomicBoolean done) {
        var place = Community.founded(instance);
        var answers = 0;
        for (; !done.get(); answers++) {
            var newest = place.posted("message " + answers);
            Queries.at(instance)
                    .found(place, "/api/channels/" + place.channel + "/messages")
                    .jsonPath("$.messages[-1].messageId")
                    .isEqualTo(newest.messageId().toString())
                    .jsonPath("$.messages[-1].number")
                    .isEqualTo(answers + 1);
        }
        return answers;
    }

    private void rebuilt(String view) {
        act(view, "rebuild").expectStatus().isOk();
        awaitCaughtUp(view);
    }

    private static void awaitCaughtUp(String view) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> management()
                        .get()
                        .uri("/actuator/views")
                        .exchange()
                        .expectStatus()
                        .isOk()
                        .expectBody()
                        .jsonPath("$.views[?(@.view=='" + view + "')].caughtUp")
                        .isEqualTo(true));
    }

    private static void awaitEverybodyReads(String view) {
        await().atMost(PATIENCE)
                .until(() -> generations(SERVICE).of(view).live()
                        == generations(OTHER).of(view).live());
    }

    /** As if a fold had been wrong once. */
    private void spoil(String collection) {
        var changed = SERVICE.bean(MongoTemplate.class)
                .updateFirst(
                        Query.query(org.springframework.data.mongodb.core.query.Criteria.where("_id")
                                .is(community.owner.id().toString())),
                        Update.update("username", "spoilt"),
                        collection);
        assertThat(changed.getModifiedCount()).isOne();
    }

    private static void awaitCollections(String view, String only) {
        var mongo = SERVICE.bean(MongoTemplate.class);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(mongo.getCollectionNames())
                        .filteredOn(name -> name.equals(view) || name.startsWith(view + "."))
                        .containsExactly(only));
    }

    private static ResponseSpec act(String view, String action) {
        return management()
                .post()
                .uri("/actuator/views/" + view)
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("action", action))
                .exchange();
    }

    private static ViewGenerations generations(ServiceInstance instance) {
        return instance.bean(ViewGenerations.class);
    }

    private static RestTestClient management() {
        var port = SERVICE.context().getEnvironment().getProperty("local.management.port");
        return RestTestClient.bindToServer().baseUrl("http://127.0.0.1:" + port).build();
    }
}
