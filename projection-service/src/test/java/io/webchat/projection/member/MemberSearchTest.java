package io.webchat.projection.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.webchat.domain.structure.MemberEvent;
import io.webchat.domain.user.UserId;
import io.webchat.log.Ids;
import io.webchat.projection.Community;
import io.webchat.projection.ProjectionServiceApplication;
import io.webchat.projection.Queries;
import io.webchat.projection.SharedInstances;
import io.webchat.standalone.engine.EmbeddedRedis;
import io.webchat.test.ServiceInstance;
import io.webchat.test.TestUser;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.core.StringRedisTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Whom a search in a server finds, and how they are seen. */
class MemberSearchTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Instant AT = Instant.parse("2026-02-01T00:00:00Z");
    private static final ServiceInstance INSTANCE = SharedInstances.first();

    private final Community community = Community.founded(INSTANCE);

    @Test
    void membersAreFoundByAnyOfTheirNames() {
        var ben = joined("ben");
        var cem = joined("cem");
        community.profileChanged(cem.id(), "cem", "Benjamin Türk", null);
        community.happens(new MemberEvent.NicknameChanged(community.server, ben.id(), "Rocketeer", ben.id(), AT));

        assertThat(found("ben")).containsExactlyInAnyOrder("ben", "cem");
        assertThat(found("TURK")).containsExactly("cem");
        assertThat(found("rocket")).containsExactly("ben");
        assertThat(found("nobody")).isEmpty();
        assertThat(found("")).containsExactlyInAnyOrder("ada", "ben", "cem");
    }

    @Test
    void whoHasLeftIsNotFound() {
        var ben = joined("ben");
        assertThat(found("ben")).containsExactly("ben");

        community.happens(new MemberEvent.Left(community.server, ben.id(), AT));

        assertThat(found("ben")).isEmpty();
    }

    @Test
    void pagesOfASearchAreNeitherLackingNorRepeatingAnybody() {
        for (var i = 0; i < 7; i++) {
            joined(i % 2 == 0 ? "even" + i : "odd" + i);
        }
        var all = new ArrayList<String>();

        var next = page("?q=even&limit=3", all);
        assertThat(all).hasSize(3);
        assertThat(next).isNotNull();
        assertThat(page("?q=even&limit=3&after=" + next, all)).isNull();

        assertThat(all).containsExactlyInAnyOrder("even0", "even2", "even4", "even6");
    }

    @Test
    void inAVeryLargeServerAPageMayBeShortAndTheNextOneGoesOn() {
        joined("ben");
        assertThat(found("ben")).containsExactly("ben");
        for (var i = 0; i < 10; i++) {
            INSTANCE.bean(MemberRepository.class)
                    .save(Stream.generate(() -> nameless(community)).limit(250).toList());
        }

        var names = new ArrayList<String>();
        var next = page("?q=ben", names);
        assertThat(next).isNotNull();
        assertThat(page("?q=ben&after=" + next, names)).isNull();
        assertThat(names).containsExactly("ben");
    }

    /** The machine may be slow; what nobody waits for any more tells how slow. */
    @Test
    void whoeverHasNoProfileYetIsWaitedForOnceHoweverManyThereAre() {
        var waits =
                Stream.generate(MemberSearchTest::waitForTheNameless).limit(3).toList();

        assertThat(waits).anyMatch(wait -> wait.compareTo(Duration.ofSeconds(2)) < 0);
    }

    private static Duration waitForTheNameless() {
        var other = Community.founded(INSTANCE);
        var path = "/api/servers/" + other.server + "/members?q=ben";
        Queries.at(INSTANCE).found(other, path);
        INSTANCE.bean(MemberRepository.class)
                .save(Stream.generate(() -> nameless(other)).limit(2_000).toList());
        var first = timeOf(() -> Queries.at(INSTANCE).found(other, path));
        var again = timeOf(() -> Queries.at(INSTANCE).found(other, path));
        return first.minus(again);
    }

    private static Duration timeOf(Runnable action) {
        var began = System.nanoTime();
        action.run();
        return Duration.ofNanos(System.nanoTime() - began);
    }

    @Test
    void everybodyIsToldWithHowTheyAreSeen() {
        var ben = joined("ben");
        var key = "webchat:presence:{" + ben.id() + "}";
        var until = System.currentTimeMillis() + Duration.ofDays(1).toMillis();
        var redis = INSTANCE.bean(StringRedisTemplate.class);

        seenAs(INSTANCE, community, "ben", "offline");
        written(() -> redis.opsForHash().put(key, "device", "active " + until));
        seenAs(INSTANCE, community, "ben", "online");
        written(() -> redis.opsForValue().set(key + ":chosen", "do-not-disturb"));
        seenAs(INSTANCE, community, "ben", "do-not-disturb");
        written(() -> redis.opsForValue().set(key + ":chosen", "invisible"));
        seenAs(INSTANCE, community, "ben", "offline");
        seenAs(INSTANCE, community, "ada", "offline");
    }

    @Test
    void withoutRedisNobodyKnowsHowTheyAreSeenAndTheListIsToldAnyway(@TempDir Path folder) {
        try (var redis = EmbeddedRedis.start(folder, 0);
                var instance = ServiceInstance.start(ProjectionServiceApplication.class, "REDIS_URL=" + redis.uri())) {
            var other = Community.founded(instance);
            seenAs(instance, other, "ada", "offline");

            redis.close();

            Queries.at(instance)
                    .found(other, "/api/servers/" + other.server + "/members?q=ada")
                    .jsonPath("$.members[0].username")
                    .isEqualTo("ada")
                    .jsonPath("$.members[0].presence")
                    .doesNotExist();
        }
    }

    @Test
    void nobodyHasSuchALongName() {
        Queries.at(INSTANCE)
                .get(community, community.owner, "/api/servers/" + community.server + "/members?q=" + "a".repeat(101))
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("q");
    }

    private TestUser joined(String name) {
        var user = INSTANCE.user();
        community.joined(user, name);
        return user;
    }

    /** Somebody who has no profile. */
    private static MemberDocument nameless(Community in) {
        var user = new UserId(Ids.fresh());
        return MemberDocument.nobody(in.server.toString(), user.toString())
                .evolve(new MemberEvent.Joined(in.server, user, null, AT), 1);
    }

    private List<String> found(String typed) {
        var names = new ArrayList<String>();
        assertThat(page("?q=" + typed, names)).isNull();
        return names;
    }

    /** Adds the usernames of a page; where the next one begins, or null. */
    private @Nullable String page(String query, List<String> names) {
        var answer = Queries.at(INSTANCE).found(community, "/api/servers/" + community.server + "/members" + query);
        var body = JSON.readTree(Objects.requireNonNull(answer.returnResult().getResponseBody()));
        body.path("members").forEach(member -> names.add(member.path("username").asString()));
        var next = body.path("next");
        return next.isNull() ? null : next.asString();
    }

    /** Sooner or later: Redis is not waited for. */
    private static void seenAs(ServiceInstance instance, Community community, String name, String presence) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> Queries.at(instance)
                        .found(community, "/api/servers/" + community.server + "/members?q=" + name)
                        .jsonPath("$.members[0].presence")
                        .isEqualTo(presence));
    }

    private static void written(Runnable write) {
        await().atMost(PATIENCE)
                .ignoreExceptionsInstanceOf(DataAccessException.class)
                .until(() -> {
                    write.run();
                    return true;
                });
    }
}
