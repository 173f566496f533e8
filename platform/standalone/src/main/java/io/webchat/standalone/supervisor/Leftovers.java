package io.webchat.standalone.supervisor;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Ends what a supervisor that was killed has left behind, should its reaper not have done so. */
final class Leftovers {
    private static final Duration REAPER_TIMEOUT = Duration.ofSeconds(30);
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(10);

    private Leftovers() {}

    /** Returns when no process of {@code state} runs any more; says so on the console if there was one. */
    static void end(StackState state, Console console) {
        var left = handles(state);
        if (left.isEmpty() && !state.reaper().alive()) {
            return;
        }
        console.line("The last supervisor ended without stopping its processes; stopping them first.");
        state.reaper().handle().ifPresent(reaper -> await(List.of(reaper), REAPER_TIMEOUT));
        left.forEach(ProcessHandle::destroy);
        await(left, STOP_TIMEOUT);
        left.forEach(ProcessHandle::destroyForcibly);
        await(left, STOP_TIMEOUT);
    }

    private static List<ProcessHandle> handles(StackState state) {
        return state.processes().stream()
                .flatMap(process -> Optional.ofNullable(process.process()).flatMap(ProcessIdentity::handle).stream())
                .toList();
    }

    private static void await(List<ProcessHandle> handles, Duration timeout) {
        var gone = CompletableFuture.allOf(
                handles.stream().map(ProcessHandle::onExit).toArray(CompletableFuture<?>[]::new));
        try {
            gone.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            // the caller's next step is harder
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
