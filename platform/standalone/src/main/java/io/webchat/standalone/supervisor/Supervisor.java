package io.webchat.standalone.supervisor;

import io.webchat.standalone.gateway.Gateway;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One stack from start to stop. It holds the lock of its data directory, the reaper, the gateway and the processes.
 *
 * <p>Either everything becomes healthy once, or everything is stopped again and {@link #run} returns false. After that,
 * what dies is restarted until {@link #stop} is called, which may happen at any time and from any thread.
 */
public final class Supervisor {
    private static final Duration START_TIMEOUT = Duration.ofMinutes(5);
    private static final Duration POLL = Duration.ofMillis(50);
    private static final int LOG_LINES_SHOWN = 15;

    private final StackOptions options;
    private final DataDirectory data;
    private final FileChannel lock;
    private final Console console;
    private final StackFile file;
    private final Spawner spawner;
    private final Reaper reaper;
    private final Gateway gateway;
    private final ProcessGroup processes;
    private final Instant startedAt = Instant.now();
    private final CountDownLatch stopRequested = new CountDownLatch(1);
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Map<String, ProcessState> shown = new HashMap<>();
    private volatile StackState.Phase phase = StackState.Phase.STARTING;
    private volatile @Nullable Long readyAfterMillis;

    /**
     * Checks everything and prepares a stack.
     *
     * @throws StartRefused with nothing started
     */
    public static Supervisor prepare(StackOptions options, Programs programs, Console console) {
        var data = new DataDirectory(options.data());
        data.create();
        try {
            var lock = data.lock()
                    .orElseThrow(() -> new StartRefused("WebChat runs already on " + data.root()
                            + ": see ./webchat status" + options.selection() + "."));
            new StackFile(data).read().ifPresent(state -> Leftovers.end(state, console));
            Preflight.diskSpace(data);
            var plan = new StackPlan(options, programs, System.getenv());
            var specs = plan.processes();
            Preflight.ports(
                    specs.stream().flatMap(spec -> spec.ports().stream()).toList(),
                    loopback(),
                    options.ports().web());
            return new Supervisor(options, data, lock, console, specs, plan);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Supervisor(
            StackOptions options,
            DataDirectory data,
            FileChannel lock,
            Console console,
            List<ProcessSpec> specs,
            StackPlan plan)
            throws IOException {
        this.options = options;
        this.data = data;
        this.lock = lock;
        this.console = console;
        this.file = new StackFile(data);
        this.reaper = Reaper.start();
        this.spawner = new Spawner(data.logs(), reaper);
        this.processes = new ProcessGroup(specs.stream()
                .map(spec -> new ManagedProcess(spec, spawner, this::changed))
                .toList());
        this.gateway = Gateway.start(loopback(), options.ports().web(), plan.upstreams());
    }

    /** Starts the stack and returns when it has been stopped; false if it did not come up. */
    public boolean run() throws InterruptedException {
        console.starting(options);
        changed();
        var up = start();
        if (up) {
            ready();
            stopRequested.await();
        }
        stop();
        return up;
    }

    /** Stops everything in order and returns when it is gone. */
    public void stop() {
        synchronized (stopRequested) {
            if (stopRequested.getCount() == 0) {
                awaitStopped();
                return;
            }
            stopRequested.countDown();
        }
        phase = StackState.Phase.STOPPING;
        changed();
        console.stopping(processes.writingCaches());
        gateway.close();
        processes.stop();
        reaper.close();
        file.delete();
        release();
        console.line("Stopped.");
        stopped.countDown();
    }

    private void release() {
        try {
            lock.close();
        } catch (IOException e) {
            // The lock ends with this process, which is about to.
        }
    }

    private void awaitStopped() {
        try {
            stopped.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean start() throws InterruptedException {
        for (var wave : processes.waves()) {
            processes.start(wave);
            while (!processes.isHealthy(wave)) {
                if (stopRequested.await(POLL.toMillis(), TimeUnit.MILLISECONDS)) {
                    return false;
                }
                var failed = processes.failed();
                if (failed != null) {
                    console.line(failed.spec().name() + " does not start. The end of its log:");
                    showLog(failed.spec().name());
                    return false;
                }
                if (elapsed().compareTo(START_TIMEOUT) > 0) {
                    console.line("Not healthy within " + START_TIMEOUT.toSeconds() + " s: "
                            + String.join(", ", processes.notHealthy()) + ". Their log files are in " + data.logs());
                    return false;
                }
            }
        }
        return true;
    }

    private void ready() {
        var after = elapsed();
        readyAfterMillis = after.toMillis();
        var state = state();
        console.ready(state.url(), options.selection(), after, StackMemory.total(state));
        // Last, because whoever waits for a detached stack stops listening when it sees this.
        phase = StackState.Phase.READY;
        changed();
    }

    private void showLog(String name) {
        try {
            var lines = Files.readAllLines(spawner.log(name));
            lines.subList(Math.max(0, lines.size() - LOG_LINES_SHOWN), lines.size())
                    .forEach(line -> console.line("  | " + line));
        } catch (IOException e) {
            console.line("  (there is none: " + e.getMessage() + ")");
        }
    }

    /** A full disk must not end the supervision of what runs: the next change publishes this one as well. */
    private void publish() {
        try {
            file.write(state());
        } catch (UncheckedIOException e) {
            console.line("The state of the stack could not be written: " + e.getMessage());
        }
    }

    /** Publishes the state, and tells the user what is new. */
    private synchronized void changed() {
        if (stopped.getCount() == 0) {
            return;
        }
        publish();
        for (var process : processes.status()) {
            var before = shown.put(process.name(), process.state());
            if (before == process.state() || phase == StackState.Phase.STOPPING) {
                continue;
            }
            if (process.state() == ProcessState.HEALTHY) {
                console.healthy(process, elapsed());
            } else if (process.state() == ProcessState.RESTARTING) {
                console.died(process);
            }
        }
    }

    private StackState state() {
        return new StackState(
                ProcessIdentity.of(ProcessHandle.current()),
                reaper.identity(),
                phase,
                options.ports().offset(),
                "http://localhost:" + options.ports().web(),
                startedAt,
                readyAfterMillis,
                processes.status());
    }

    private Duration elapsed() {
        return Duration.between(startedAt, Instant.now());
    }

    /** {@code localhost} is both addresses to a browser, so the gateway listens on both, where there are two. */
    private static List<String> loopback() {
        var result = new ArrayList<>(List.of("127.0.0.1"));
        try {
            if (NetworkInterface.getByInetAddress(InetAddress.ofLiteral("::1")) != null) {
                result.add("::1");
            }
        } catch (SocketException e) {
            // no IPv6 here
        }
        return result;
    }
}
