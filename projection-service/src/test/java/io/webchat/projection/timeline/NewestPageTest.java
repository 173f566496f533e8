package io.webchat.projection.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.webchat.domain.message.Emoji;
import io.webchat.domain.message.Mentions;
import io.webchat.domain.message.MessageChange;
import io.webchat.domain.message.MessageEvent;
import io.webchat.domain.message.MessageId;
import io.webchat.domain.message.PinEvent;
import io.webchat.domain.message.ThreadEvent;
import io.webchat.log.Ids;
import io.webchat.projection.Community;
import io.webchat.projection.Queries;
import io.webchat.projection.SharedInstances;
import io.webchat.test.ServiceInstance;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The newest page of a channel comes from a copy for as long as nothing happens in the channel, and no longer. */
class NewestPageTest {
    private static final Instant AT = Instant.parse("2026-02-01T00:00:00Z");
    private static final Emoji WAVE = new Emoji("👋");
    private static final ServiceInstance INSTANCE = SharedInstances.first();

    private final Community community = Community.founded(INSTANCE);

    @Test
    void isCopiedForTheNextReader() {
        everythingHappens();
        var first = page(50);
        var hits = hits();

        // A Redis that was slow is left alone for a second.
        await().untilAsserted(() -> {
            assertThat(page(50)).isEqualTo(first);
            assertThat(hits()).isGreaterThan(hits);
        });
    }

    @Test
    void saysAfterWhateverHappensWhatTheStoreSays() {
        var said = community.posted("Who brings the fuel?");
        page(50);
        for (var event : whatCanHappenTo(said)) {
            community.append(event);
            // One message less than usual is no usual page: it is read from the store.
            assertThat(page(50)).describedAs("after %s", event).isEqualTo(page(49));
        }
    }

    @Test
    void tellsWhatPeopleAreCalledNow() {
        community.posted("Who brings the fuel?");
        page(50);

        community.profileChanged(community.owner.id(), "ada", "Countess", null);

        assertThat(page(50)).contains("\"Countess\"");
    }

    @Test
    void tellsWhetherThereAreOlderMessages() {
        IntStream.rangeClosed(1, 50).forEach(number -> community.posted("message " + number));
        assertThat(page(50)).contains("\"hasBefore\":false", "\"message 1\"");

        community.posted("message 51");
        assertThat(page(50)).contains("\"hasBefore\":true", "\"message 51\"").doesNotContain("\"message 1\"");
        assertThat(page(50)).contains("\"hasBefore\":true", "\"hasAfter\":false");
    }

    private void everythingHappens() {
        var said = community.posted("Who brings the fuel?");
        whatCanHappenTo(said).forEach(community::append);
    }

    private List<MessageEvent> whatCanHappenTo(MessageEvent.Posted said) {
        var owner = community.owner.id();
        var server = community.server;
        var channel = community.channel;
        var id = said.messageId();
        var answer = answer(id, null);
        var inThread = answer(id, id);
        return Stream.<MessageEvent>of(
                        answer,
                        new MessageChange.Edited(server, channel, id, owner, 1, "Who brings it?", null, AT),
                        new MessageChange.ReactionAdded(server, channel, id, owner, WAVE, AT),
                        new MessageChange.ReactionRemoved(server, channel, id, owner, owner, WAVE, AT),
                        new PinEvent.Pinned(server, channel, id, owner, AT),
                        new ThreadEvent.Started(server, channel, id, owner, "Fuel", AT),
                        inThread,
                        new MessageChange.Deleted(server, channel, inThread.messageId(), owner, AT),
                        new ThreadEvent.Left(server, channel, id, owner, AT),
                        new PinEvent.Unpinned(server, channel, id, owner, AT),
                        new MessageChange.ReactionAdded(server, channel, answer.messageId(), owner, WAVE, AT),
                        new MessageChange.Deleted(server, channel, id, owner, AT))
                .toList();
    }

    private MessageEvent.Posted answer(MessageId to, @Nullable MessageId thread) {
        return new MessageEvent.Posted(
                community.server,
                community.channel,
                new MessageId(Ids.fresh()),
                community.owner.id(),
                "We do",
                to,
                thread,
                new Mentions(List.of(community.owner.id()), List.of(), true),
                List.of(Community.picture()),
                AT);
    }

    private String page(int limit) {
        var body = Queries.at(INSTANCE)
                .get(
                        community,
                        community.owner,
                        "/api/channels/{channelId}/messages?limit={limit}",
                        community.channel,
                        limit)
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        return String.valueOf(body);
    }

    private static double hits() {
        return INSTANCE.bean(MeterRegistry.class)
                .get("webchat.cache.requests")
                .tags("cache", "newest-page", "result", "hit")
                .counter()
                .count();
    }
}
