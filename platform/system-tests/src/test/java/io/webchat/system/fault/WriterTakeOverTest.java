package io.webchat.system.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.webchat.client.Ids;
import io.webchat.client.ServerDetails;
import io.webchat.system.stack.Answer;
import io.webchat.system.stack.Ask;
import io.webchat.system.stack.NeedsStack;
import io.webchat.system.stack.Person;
import io.webchat.system.stack.Room;
import io.webchat.system.stack.Stack;
import io.webchat.system.stack.Stalls;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * One of two instances that write structure stands still, or dies, in the middle of its work. The other one takes over
 * its servers, messages go on meanwhile, and whatever the first one was doing happens once or not at all.
 */
@NeedsStack
@Order(Integer.MAX_VALUE - 1)
class WriterTakeOverTest {
    private static final Duration TAKE_OVER = Duration.ofSeconds(10);

    /** Less than it takes to find out that a writer is away: no message waits for that. */
    private static final Duration MESSAGE = Duration.ofSeconds(5);

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String VICTIM = "command-1";

    /** Enough for both instances to own some of their partitions. */
    private static final int ROOMS = 16;

    private Person ada;
    private List<Room> rooms;
    private URI victim;
    private URI other;

    /** A channel that somebody wants, under an idempotency key of its own. */
    private record Wanted(Room room, String name, String key) {
        Wanted(Room room) {
            this(room, "channel-" + Person.unique(), UUID.randomUUID().toString());
        }
    }

    @BeforeEach
    void twoInstancesAndSomeServers() {
        Assumptions.assumeTrue(
                Stack.hasLauncher() && Stack.instances("command").size() > 1,
                "needs -Dwebchat.launcher and a stack with two instances of command-service");
        victim = URI.create("http://127.0.0.1:" + Stack.status().process(VICTIM).port());
        other = Stack.instances("command").stream()
                .filter(instance -> !instance.equals(victim))
                .findFirst()
                .orElseThrow();
        ada = Person.register("ada");
        rooms = IntStream.range(0, ROOMS).mapToObj(i -> Room.of(ada)).toList();
    }

    @AfterEach
    void everythingRunsAgain() {
        await().atMost(PATIENCE).until(() -> Stack.status().healthy());
    }

    @Test
    void aWriterThatStandsStillIsReplacedAndCannotWriteWhenItWakesUp() throws Exception {
        var pid = Stack.status().process(VICTIM).pid();
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var underWay = ask(victim, executor);
            signal("STOP", pid);
            List<Wanted> wanted;
            try {
                wanted = takenOver(executor);
            } finally {
                signal("CONT", pid);
            }
            wanted.addAll(settled(underWay));
            wanted.addAll(settled(ask(victim, executor)));
            eachIsThereOnce(wanted);
        }
    }

    @Test
    void aWriterThatIsKilledIsReplaced() throws Exception {
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var underWay = ask(victim, executor);
            signal("KILL", Stack.status().process(VICTIM).pid());
            var wanted = takenOver(executor);
            wanted.addAll(settled(underWay));
            eachIsThereOnce(wanted);
        }
    }

    private record UnderWay(Wanted wanted, Future<Answer> answer) {}

    private List<UnderWay> ask(URI instance, ExecutorService executor) {
        return rooms.stream()
                .map(Wanted::new)
                .map(wanted -> new UnderWay(wanted, executor.submit(() -> create(instance, wanted))))
                .toList();
    }

    /** What was asked of the victim has happened or not: whoever asks again elsewhere finds out, or makes it happen. */
    private List<Wanted> settled(List<UnderWay> asked) throws InterruptedException {
        var settled = new ArrayList<Wanted>();
        for (var each : asked) {
            if (!isCreated(each)) {
                createPatiently(each.wanted());
            }
            settled.add(each.wanted());
        }
        return settled;
    }

    private static boolean isCreated(UnderWay asked) throws InterruptedException {
        try {
            return asked.answer().get().status() == 201;
        } catch (ExecutionException e) {
            return false;
        }
    }

    /** Every server takes commands again before the limit, and messages are taken all the time. */
    private List<Wanted> takenOver(ExecutorService executor) throws Exception {
        try (var stalls = new Stalls()) {
            return takenOver(executor, stalls);
        }
    }

    private List<Wanted> takenOver(ExecutorService executor, Stalls stalls) throws Exception {
        var since = System.nanoTime();
        var wanted = new ArrayList<>(rooms.stream().map(Wanted::new).toList());
        var taken = new ArrayList<Future<Duration>>();
        for (var each : wanted) {
            taken.add(executor.submit(() -> {
                createPatiently(each);
                return Duration.ofNanos(System.nanoTime() - since).minus(stalls.total());
            }));
        }
        for (var i = 0; taken.stream().anyMatch(each -> !each.isDone()); i++) {
            var path = "/api/channels/" + rooms.get(i % ROOMS).channelId() + "/messages";
            var message = "{'messageId':'%s','content':'meanwhile'}".formatted(Ids.fresh());
            var asked = System.nanoTime() + stalls.total().toNanos();
            assertThat(Ask.post(other, path).json(message).as(ada).answer().status())
                    .as("a message while a writer is away")
                    .isEqualTo(201);
            assertThat(Duration.ofNanos(System.nanoTime() - asked).plus(stalls.total()))
                    .isLessThan(MESSAGE);
        }
        var longest = Duration.ZERO;
        for (var each : taken) {
            longest = longest.compareTo(each.get()) < 0 ? each.get() : longest;
        }
        System.out.printf(
                "take-over: %d ms (limit %d ms), stalls of the machine left out: %d ms%n",
                longest.toMillis(), TAKE_OVER.toMillis(), stalls.total().toMillis());
        assertThat(longest).isLessThan(TAKE_OVER);
        return wanted;
    }

    private void createPatiently(Wanted wanted) {
        await().atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(100))
                .until(() -> {
                    var answer = create(other, wanted);
                    assertThat(answer.status()).as(answer.body()).isIn(201, 503);
                    return answer.status() == 201;
                });
    }

    private Answer create(URI instance, Wanted wanted) {
        return Ask.post(instance, "/api/servers/" + wanted.room().serverId() + "/channels")
                .as(ada)
                .with("Idempotency-Key", wanted.key())
                .json("{'name':'%s'}".formatted(wanted.name()))
                .once();
    }

    private void eachIsThereOnce(List<Wanted> wanted) {
        for (var room : rooms) {
            var expected = wanted.stream()
                    .filter(each -> each.room().equals(room))
                    .map(Wanted::name)
                    .toList();
            // The last command of all, so that its token covers the others.
            var seal = new Wanted(room);
            assertThat(Ask.post(other, "/api/servers/" + room.serverId() + "/channels")
                            .json("{'name':'%s'}".formatted(seal.name()))
                            .following(ada, seal.key())
                            .status())
                    .isEqualTo(201);
            assertThat(ada.client().server(room.serverId()).channels())
                    .extracting(ServerDetails.Channel::name)
                    .filteredOn(name -> name.startsWith("channel-") && !name.equals(seal.name()))
                    .containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    private static void signal(String name, long pid) throws Exception {
        assertThat(new ProcessBuilder("kill", "-" + name, Long.toString(pid))
                        .start()
                        .waitFor())
                .isZero();
    }
}
