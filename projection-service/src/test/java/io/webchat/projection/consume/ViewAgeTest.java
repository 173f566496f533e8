package io.webchat.projection.consume;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.webchat.projection.Community;
import io.webchat.projection.ProjectionServiceApplication;
import io.webchat.projection.Queries;
import io.webchat.test.ServiceInstance;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

/** What an answer says about the age of the views that it was made from. */
class ViewAgeTest {
    private static final ServiceInstance INSTANCE = ServiceInstance.start(ProjectionServiceApplication.class);

    private final Community community = Community.founded(INSTANCE);
    private final Queries queries = Queries.at(INSTANCE);
    private final String path = "/api/channels/" + community.channel + "/messages";

    @AfterAll
    static void stop() {
        INSTANCE.close();
    }

    /** Asked without a token until an answer says that it is young enough, which is when it has to be right. */
    @Test
    void anAnswerContainsEverythingThatTheLogHadSoLongAgo() {
        queries.found(community, path);
        for (var round = 0; round < 3; round++) {
            var message = "message " + round;
            community.posted(message);
            var written = System.nanoTime();

            await().atMost(Duration.ofSeconds(30)).until(() -> {
                var asked = System.nanoTime();
                var answer = withoutToken();
                var age = age(answer).orElse(Duration.ofDays(1));
                if (asked - age.toNanos() - written < 0) {
                    return false;
                }
                answer.expectStatus()
                        .isOk()
                        .expectBody()
                        .jsonPath("$.messages[-1].content")
                        .isEqualTo(message);
                return true;
            });
        }
    }

    @Test
    void anAnswerThatWaitedForATokenContainsWhatItCoversAndSaysNothing() {
        community.posted("Hello");
        queries.found(community, path);
        await().atMost(Duration.ofSeconds(30)).until(() -> age(withoutToken()).isPresent());

        // The profiles of authors are another view, about which this token says something as well.
        assertThat(age(queries.get(community, community.owner, path))).isEmpty();
    }

    private ResponseSpec withoutToken() {
        return queries.http()
                .get()
                .uri(path)
                .header("Authorization", community.owner.bearer())
                .exchange();
    }

    private static Optional<Duration> age(ResponseSpec answer) {
        return Optional.ofNullable(answer.returnResult().getResponseHeaders().getFirst("View-Age"))
                .map(Long::parseLong)
                .map(Duration::ofSeconds);
    }
}
