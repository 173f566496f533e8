package io.webchat.projection.deadletter;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.webchat.log.Topic;
import io.webchat.projection.consume.DeadLetterHeaders;
import io.webchat.projection.consume.Reapplication;
import io.webchat.projection.deadletter.ReplayDocument.State;
import io.webchat.projection.store.Generation;
import io.webchat.projection.store.ViewGenerations;
import io.webchat.support.problem.InvalidField;
import io.webchat.support.problem.ProblemException;
import io.webchat.support.problem.ProblemType;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The dead letters as operators see them, whichever way they ask. A letter or topic that there is not is a
 * {@code not-found} (404); a letter that cannot be replayed by anybody is a {@code conflicting-state} (409).
 */
@Component
class LetterDesk {
    /** So many are listed at most. */
    static final int AT_MOST = 10_000;

    private static final Comparator<Letter> BY_TIME =
            Comparator.comparing(Letter::at).thenComparing(Letter::id);

    private final DeadLetterLog letters;
    private final ReplayRepository repository;
    private final Replays replays;
    private final Reapplication reapplication;
    private final ViewGenerations generations;
    private final JsonMapper json;

    LetterDesk(
            DeadLetterLog letters,
            ReplayRepository repository,
            Replays replays,
            Reapplication reapplication,
            ViewGenerations generations,
            JsonMapper json) {
        this.letters = letters;
        this.repository = repository;
        this.replays = replays;
        this.reapplication = reapplication;
        this.generations = generations;
        this.json = json;
    }

    /**
     * A letter.
     *
     * @param id its own place: topic, partition and offset
     * @param source the place of the record that it is a copy of
     * @param group the consumer group that could not apply the record
     * @param generation of the view; absent if it is not followed here, any more or at all
     * @param state {@code open}, {@code wanted}, {@code applied}, {@code overtaken}, {@code erased}, {@code refused};
     *     {@code former} if the generation is neither the one that is read nor the one that is being built
     * @param detail what was wrong at the last replay
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Letter(
            String id,
            Instant at,
            String view,
            String group,
            @Nullable Long generation,
            String source,
            String type,
            @Nullable String key,
            String cause,
            String state,
            @Nullable String detail) {}

    /** @param total how many there are, of which the newest are given, in the order of their time */
    record LetterList(long total, List<Letter> letters) {}

    /**
     * A letter and the record in it.
     *
     * @param value of the record if it is JSON, else null
     * @param text the same as text if it is none, else null
     */
    record OpenedLetter(
            Letter letter,
            Map<String, String> headers,
            String stack,
            @Nullable JsonNode value,
            @Nullable String text) {}

    /**
     * Which letters are wanted.
     *
     * @param view that could not apply the record; null for any
     * @param topic that has them, such as {@code webchat.messages.dlt}; null for all
     * @param cause what the cause contains; null for anything
     * @param all also those about which there is nothing left to do
     * @param limit how many are listed, from 1 to {@link #AT_MOST}
     */
    record Wanted(
            @Nullable String view,
            @Nullable String topic,
            @Nullable String cause,
            boolean all,
            int limit) {
        boolean includes(DeadLetter letter) {
            return (view == null || letter.view().equals(view))
                    && (cause == null || letter.cause().contains(cause));
        }
    }

    LetterList list(Wanted wanted) {
        var topics = wanted.topic() == null ? List.of(Topic.values()) : List.of(sourceOf(wanted.topic()));
        generations.refresh();
        var known = repository.all();
        var newest = new PriorityQueue<>(BY_TIME);
        var total = new long[1];
        letters.read(topics, letter -> {
            if (wanted.includes(letter)) {
                var shown = shown(letter, known);
                if (wanted.all() || isOpen(shown)) {
                    total[0]++;
                    newest.add(shown);
                    if (newest.size() > wanted.limit()) {
                        newest.remove();
                    }
                }
            }
        });
        return new LetterList(total[0], newest.stream().sorted(BY_TIME).toList());
    }

    OpenedLetter open(String topic, int partition, long offset) {
        generations.refresh();
        return opened(find(topic, partition, offset));
    }

    /** Applies the record once more, and says what became of it; it is still wanted if nobody could try yet. */
    Letter replay(String topic, int partition, long offset) throws InterruptedException {
        var letter = find(topic, partition, offset);
        generations.refresh();
        var generation = reapplication.generationOf(letter.group()).orElse(null);
        if (generation == null || letter.sourceOffset() < 0) {
            throw new ProblemException(
                    ProblemType.CONFLICTING_STATE,
                    letter.id() + " is of a generation that is not kept any more, or of another store");
        }
        var done = replays.replay(letter, generation);
        return shown(letter, Map.of(done.id(), done));
    }

    private DeadLetter find(String topic, int partition, long offset) {
        return letters.find(sourceOf(topic), partition, offset)
                .orElseThrow(() -> new ProblemException(
                        ProblemType.NOT_FOUND,
                        topic + "/" + partition + "/" + offset + ": there is no such letter, or no longer"));
    }

    private static Topic sourceOf(String topic) {
        return DeadLetterLog.topicOf(topic)
                .orElseThrow(() -> new ProblemException(
                        ProblemType.NOT_FOUND,
                        "topic: " + topic + " (expected: such as " + Topic.MESSAGES.deadLetterTopicName() + ")",
                        new InvalidField(
                                "topic",
                                "must be a dead letter topic, such as " + Topic.MESSAGES.deadLetterTopicName())));
    }

    private OpenedLetter opened(DeadLetter letter) {
        var headers = letter.headers();
        var stack = headers.remove(DeadLetterHeaders.STACK);
        var value = letter.copy().value();
        var tree = treeOf(value);
        var text = tree != null || value == null ? null : new String(value, UTF_8);
        return new OpenedLetter(shown(letter, repository.all()), headers, stack == null ? "" : stack, tree, text);
    }

    private @Nullable JsonNode treeOf(byte @Nullable [] value) {
        try {
            return value == null ? null : json.readTree(value);
        } catch (JacksonException e) {
            return null;
        }
    }

    private Letter shown(DeadLetter letter, Map<String, ReplayDocument> known) {
        var generation = reapplication.generationOf(letter.group()).orElse(null);
        var replay = generation == null ? null : known.get(ReplayDocument.id(generation, letter));
        var state = replay == null ? State.OPEN : replay.state();
        return new Letter(
                letter.id(),
                letter.at(),
                letter.view(),
                letter.group(),
                generation == null ? null : (Long) generation.number(),
                letter.source(),
                letter.type(),
                letter.key(),
                letter.cause(),
                isOfUse(generation) ? state.name().toLowerCase(Locale.ROOT) : "former",
                replay == null ? null : replay.detail());
    }

    /** It is read, or will be. */
    private boolean isOfUse(@Nullable Generation generation) {
        if (generation == null) {
            return false;
        }
        var state = generations.of(generation.view());
        return state.liveGeneration().equals(generation) || Objects.equals(state.building(), generation.number());
    }

    private static boolean isOpen(Letter letter) {
        return !letter.state().equals("former")
                && !State.valueOf(letter.state().toUpperCase(Locale.ROOT)).isDone();
    }
}
