package io.webchat.system.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.webchat.system.stack.NeedsStack;
import io.webchat.system.stack.Person;
import io.webchat.system.stack.Room;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Several writers and readers at once, with retries, rivals and lost connections. The seed is printed;
 * {@code -Dwebchat.seed} makes the same choices again, though not the same timing. {@code -Dwebchat.messages} says how
 * many each writer writes; with {@code -Dwebchat.scale} instances come and go meanwhile, see {@link Scaling}.
 */
@NeedsStack
class HistoryCheckTest {
    private static final int MESSAGES_PER_WRITER = Integer.getInteger("webchat.messages", 60);
    private static final int WRITERS = 4;
    private static final int READERS = 3;

    private final long seed = Long.getLong("webchat.seed", System.nanoTime());
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Reader> readers = new ArrayList<>();

    @AfterEach
    void stop() {
        readers.forEach(Reader::close);
        threads.shutdownNow();
    }

    @Test
    void everyReaderSeesTheHistoryInOrderWithNothingLostOrDoubled() throws Exception {
        System.out.println("history check: -Dwebchat.seed=" + seed);
        var owner = Person.register("owner");
        var writers = people(WRITERS, "writer");
        var listeners = people(READERS, "reader");
        var members = IntStream.range(0, WRITERS + READERS)
                .mapToObj(i -> i < WRITERS ? writers.get(i) : listeners.get(i - WRITERS))
                .toArray(Person[]::new);
        var rooms = List.of(Room.of(owner, members), Room.of(owner, members));
        var channels = rooms.stream().map(Room::channelId).toList();
        var writing = new AtomicBoolean(true);
        listeners.forEach(person -> readers.add(new Reader(person, writing::get, seed + 1_000 + readers.size())));
        await().atMost(Duration.ofSeconds(60)).until(() -> readers.stream().allMatch(Reader::isLive));

        var drops = start(readers);
        var work = start(IntStream.range(0, WRITERS)
                .mapToObj(i -> new Writer(writers.get(i), channels, MESSAGES_PER_WRITER, seed + i))
                .toList());
        Scaling.upAndDown();
        if (Scaling.isAskedFor()) {
            assertThat(work)
                    .as("writers that were still writing when push-service was small again; raise -Dwebchat.messages")
                    .anyMatch(writer -> !writer.isDone());
        }
        var writes = results(work).stream().flatMap(List::stream).toList();
        writing.set(false);
        var dropped = results(drops).stream().mapToInt(Integer::intValue).sum();

        System.out.println("history check: " + writes.size() + " messages, " + dropped + " lost connections");
        assertThat(writes).hasSize(WRITERS * MESSAGES_PER_WRITER);
        assertThat(dropped).isGreaterThan(READERS);
        channels.forEach(channel -> check(owner, channel, writes));
        for (var reader : readers) {
            assertThat(reader.received().ignored()).isEmpty();
            assertThat(reader.received().resets()).isEmpty();
        }
    }

    private void check(Person owner, UUID channelId, List<Write> allWrites) {
        var writes = allWrites.stream()
                .filter(write -> write.channelId().equals(channelId))
                .toList();
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(readers)
                        .allSatisfy(
                                reader -> assertThat(reader.seenIn(channelId)).hasSameSizeAs(writes)));
        // Everybody's writes are in the log, and the readers have them; the view may still be on its way.
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () -> assertThat(owner.client().history(channelId)).hasSizeGreaterThanOrEqualTo(writes.size()));
        var seen = readers.stream().collect(Collectors.toMap(Reader::name, reader -> reader.seenIn(channelId)));

        assertThat(HistoryRules.broken(writes, owner.client().history(channelId), seen))
                .isEmpty();
    }

    private static List<Person> people(int count, String name) {
        return IntStream.range(0, count)
                .mapToObj(i -> Person.register(name + i))
                .toList();
    }

    private <T> List<Future<T>> start(List<? extends Callable<T>> actors) {
        return actors.stream().map(threads::submit).toList();
    }

    private static <T> List<T> results(List<Future<T>> futures) throws InterruptedException, ExecutionException {
        var results = new ArrayList<T>();
        for (var future : futures) {
            results.add(future.get());
        }
        return results;
    }
}
