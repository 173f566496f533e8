package io.webchat.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.webchat.domain.structure.InviteCode;
import io.webchat.domain.structure.InviteEvent;
import io.webchat.log.Ids;
import io.webchat.log.Partitioning;
import io.webchat.log.Topic;
import io.webchat.test.ServiceInstance;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What people may read, and that it contains what they have just written, at whichever of two instances. */
class QueriesTest {
    private static final ServiceInstance FIRST = SharedInstances.first();
    private static final ServiceInstance SECOND = SharedInstances.second();

    private final Queries queries = Queries.at(FIRST);
    private final Community community = Community.founded(FIRST);

    @Test
    void whatOneHasJustWrittenIsThereAtEveryInstance() {
        for (var round = 0; round < 20; round++) {
            var content = "round " + round;
            community.posted(content);
            for (var instance : List.of(FIRST, SECOND)) {
                Queries.at(instance)
                        .found(community, "/api/channels/" + community.channel + "/messages?limit=1")
                        .jsonPath("$.messages[0].content")
                        .isEqualTo(content)
                        .jsonPath("$.messages[0].number")
                        .isEqualTo(round + 1);
            }
        }
    }

    @Test
    void aViewThatDoesNotGetThereInTimeSaysSo() {
        queries.found(community, "/api/channels/" + community.channel + "/messages");
        var token = community.tokenAhead(Topic.MESSAGES, Partitioning.partitionOf(community.channel.value()));

        queries.get(community.owner, token, "/api/channels/" + community.channel + "/messages")
                .expectStatus()
                .isEqualTo(503)
                .expectHeader()
                .valueEquals("Retry-After", "1")
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:webchat:problem:view-behind");
    }

    @Test
    void somebodyElsesTokenIsRefused() {
        var ben = FIRST.user();

        queries.get(ben, community.tokenFor(community.owner), "/api/servers")
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:webchat:problem:invalid-consistency-token");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                 | 1,2,3,4,5,6,7 | false | false",
                "limit=3            | 5,6,7         | true  | false",
                "before=5&limit=3   | 2,3,4         | true  | true",
                "before=3&limit=10  | 1,2           | false | true",
                "before=1           | ''            | false | true",
                "after=5&limit=10   | 6,7           | true  | false",
                "after=0&limit=2    | 1,2           | false | true",
                "after=7            | ''            | true  | false",
            })
    void aPageIsARangeOfNumbers(String query, String numbers, boolean hasBefore, boolean hasAfter) {
        IntStream.rangeClosed(1, 7).forEach(i -> community.posted("message " + i));
        var expected = numbers.isEmpty()
                ? List.<Integer>of()
                : List.of(numbers.split(",")).stream().map(Integer::valueOf).toList();

        queries.found(community, "/api/channels/" + community.channel + "/messages?" + query)
                .jsonPath("$.messages[*].number")
                .value(List.class, found -> assertThat(found).isEqualTo(expected))
                .jsonPath("$.hasBefore")
                .isEqualTo(hasBefore)
                .jsonPath("$.hasAfter")
                .isEqualTo(hasAfter);
    }

    @ParameterizedTest
    @CsvSource({
        "limit=0,limit",
        "limit=101,limit",
        "limit=x,limit",
        "before=0,before",
        "after=-1,after",
        "before=3&after=1,after"
    })
    void aFaultyPageNamesItsParameter(String query, String field) {
        queries.get(community, community.owner, "/api/channels/" + community.channel + "/messages?" + query)
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo(field);
    }

    @Test
    void authorsComeWithTheirNames() {
        community.posted("Hello");
        var owner = community.owner.id();

        queries.found(community, "/api/channels/" + community.channel + "/messages")
                .jsonPath("$.authors['" + owner + "'].displayName")
                .isEqualTo("ada")
                .jsonPath("$.messages[0].authorId")
                .isEqualTo(owner.toString());
    }

    @Test
    void aChangedProfileIsInEveryAnswerAboutThePersonOldOnesIncluded() {
        community.posted("Hello");
        var owner = community.owner.id();
        community.profileChanged(owner, "ada", "Ada Lovelace", "at tea");

        for (var answer : Map.of(
                        "/api/channels/" + community.channel + "/messages",
                        "$.authors['" + owner + "']",
                        "/api/servers/" + community.server + "/members",
                        "$.members[0]",
                        "/api/users?ids=" + owner,
                        "$.users[0]",
                        "/api/servers/" + community.server + "/audit-log",
                        "$.people['" + owner + "']")
                .entrySet()) {
            queries.found(community, answer.getKey())
                    .jsonPath(answer.getValue() + ".displayName")
                    .isEqualTo("Ada Lovelace")
                    .jsonPath(answer.getValue() + ".statusText")
                    .isEqualTo("at tea")
                    .jsonPath(answer.getValue() + ".username")
                    .isEqualTo("ada")
                    .jsonPath(answer.getValue() + ".revision")
                    .isEqualTo(1);
        }
    }

    @Test
    void aServerHasItsChannelsItsOwnerAndAnExactNumberOfMembers() {
        var ben = FIRST.user();
        community.joined(ben, "ben");

        queries.found(community, "/api/servers/" + community.server);
        for (var user : List.of(community.owner, ben)) {
            queries.get(community, user, "/api/servers/" + community.server)
                    .expectStatus()
                    .isOk()
                    .expectBody()
                    .jsonPath("$.name")
                    .isEqualTo("Rocket club")
                    .jsonPath("$.ownerId")
                    .isEqualTo(community.owner.id().toString())
                    .jsonPath("$.channels[0].name")
                    .isEqualTo("general")
                    .jsonPath("$.channels[0].channelId")
                    .isEqualTo(community.channel.toString())
                    .jsonPath("$.memberCount")
                    .isEqualTo(2);
        }
        queries.found(community, "/api/servers").jsonPath("$.servers.length()").isEqualTo(1);
    }

    @Test
    void membersComeInPages() {
        for (var name : List.of("ben", "cem", "dee")) {
            community.joined(FIRST.user(), name);
        }
        var path = "/api/servers/" + community.server + "/members?limit=2";
        var next = new String[1];

        queries.found(community, path)
                .jsonPath("$.members.length()")
                .isEqualTo(2)
                .jsonPath("$.next")
                .value(String.class, value -> next[0] = value);
        queries.found(community, path + "&after=" + next[0])
                .jsonPath("$.members.length()")
                .isEqualTo(2)
                .jsonPath("$.next")
                .isEmpty();
    }

    @Test
    void aPersonWhoHasJustSignedUpIsWaitedFor() {
        var ben = FIRST.user();
        community.registered(ben.id(), "ben");

        await().atMost(Duration.ofSeconds(30))
                .pollDelay(Duration.ZERO)
                .until(() -> usernames(ben.id().value(), new UUID(0, 0)), List.of("ben")::equals);
    }

    @Test
    void aPersonWhomNobodyKnowsIsWaitedForOnceAndIsThereAsSoonAsTheySignUp() {
        var ben = FIRST.user();
        assertThat(usernames(ben.id().value())).isEmpty();

        await().atMost(Duration.ofSeconds(30)).until(() -> {
            var askedAgain = System.nanoTime();
            assertThat(usernames(ben.id().value())).isEmpty();
            return Duration.ofNanos(System.nanoTime() - askedAgain).toMillis() < 900;
        });

        community.registered(ben.id(), "ben");
        await().atMost(Duration.ofSeconds(30)).until(() -> usernames(ben.id().value()), List.of("ben")::equals);
    }

    private List<String> usernames(UUID... ids) {
        var users = queries.http()
                .get()
                .uri("/api/users?ids=" + Arrays.stream(ids).map(UUID::toString).collect(Collectors.joining(",")))
                .header("Authorization", community.owner.bearer())
                .exchange()
                .expectStatus()
                .isOk()
                .returnResult(FoundUsers.class)
                .getResponseBody();
        return users.users().stream().map(FoundUser::username).toList();
    }

    private record FoundUsers(List<FoundUser> users) {}

    private record FoundUser(String username) {}

    @ParameterizedTest
    @ValueSource(
            strings = {"/api/servers/{server}", "/api/servers/{server}/members", "/api/channels/{channel}/messages"})
    void aStrangerSeesNothing(String path) {
        var stranger = FIRST.user();
        queries.found(community, path(path));

        queries.get(community, stranger, path(path)).expectStatus().isNotFound();
        queries.get(community, stranger, "/api/servers")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.servers.length()")
                .isEqualTo(0);
        queries.http().get().uri(path(path)).exchange().expectStatus().isUnauthorized();
    }

    @Test
    void whoeverHasAnInviteSeesWhereItLeadsBeforeTheySignUp() {
        queries.found(community, "/api/invites/" + community.invite)
                .jsonPath("$.serverName")
                .isEqualTo("Rocket club");

        queries.http()
                .get()
                .uri("/api/invites/" + community.invite)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.memberCount")
                .isEqualTo(1);
        queries.http()
                .get()
                .uri("/api/invites/AAAAAAAAAAAAAAAA")
                .exchange()
                .expectStatus()
                .isNotFound();
        queries.http()
                .get()
                .uri("/api/invites/no-code!")
                .exchange()
                .expectStatus()
                .isNotFound();
    }

    @Test
    void anInviteIsKnownAtOnceToWhoeverHasItThoughTheyCarryNoToken() {
        queries.found(community, "/api/servers/" + community.server);
        for (var round = 0; round < 20; round++) {
            var code = new InviteCode(Ids.fresh().toString().replace("-", "").substring(16));
            community.happens(
                    new InviteEvent.Created(community.server, code, community.owner.id(), Instant.now(), null, null));
            for (var instance : List.of(FIRST, SECOND)) {
                var first = statusOf(instance, code);
                assertThat(first).isIn(200, 503);
                await().until(() -> statusOf(instance, code) == 200);
            }
        }
    }

    private static int statusOf(ServiceInstance instance, InviteCode code) {
        return Queries.at(instance)
                .http()
                .get()
                .uri("/api/invites/" + code)
                .exchange()
                .returnResult()
                .getStatus()
                .value();
    }

    @Test
    void aServerThatIsAskedForAgainComesFromTheCacheAndIsNeverOld() {
        var path = "/api/servers/" + community.server;
        for (var members = 1; members <= 5; members++) {
            queries.found(community, path).jsonPath("$.memberCount").isEqualTo(members);
            queries.found(community, path).jsonPath("$.memberCount").isEqualTo(members);
            community.joined(FIRST.user(), "member" + members);
        }
    }

    private String path(String template) {
        return template.replace("{server}", community.server.toString())
                .replace("{channel}", community.channel.toString());
    }
}
