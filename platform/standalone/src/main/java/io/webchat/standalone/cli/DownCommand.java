package io.webchat.standalone.cli;

import io.webchat.standalone.supervisor.ProcessState;
import io.webchat.standalone.supervisor.ProcessStatus;
import io.webchat.standalone.supervisor.StackFile;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Stops a stack in order. Doing so twice is not an error. */
@Command(name = "down")
final class DownCommand implements Callable<Integer> {
    private static final long TELL_AFTER_SECONDS = 3;
    private static final long TIMEOUT_SECONDS = 400;

    @Mixin
    private StackSelection stack = new StackSelection();

    @Override
    public Integer call() throws InterruptedException, ExecutionException {
        var supervisor = new StackFile(stack.directory())
                .readRunning()
                .flatMap(state -> state.supervisor().handle())
                .orElse(null);
        if (supervisor == null) {
            System.out.println("WebChat does not run on " + stack.data() + ".");
            return 0;
        }
        System.out.println("Stopping ...");
        supervisor.destroy();
        var told = "";
        for (var waited = 0L; !ends(supervisor); waited += TELL_AFTER_SECONDS) {
            if (waited >= TIMEOUT_SECONDS) {
                System.err.println("The supervisor (pid " + supervisor.pid() + ") has not ended after " + waited
                        + " s. See " + stack.directory().logs() + ".");
                return Webchat.FAILED;
            }
            var news = whatEnds();
            if (!news.equals(told)) {
                System.out.print(news);
            }
            told = news;
        }
        System.out.println("Stopped.");
        return 0;
    }

    private String whatEnds() {
        var ending = new StackFile(stack.directory())
                .readRunning().stream()
                        .flatMap(state -> state.processes().stream())
                        .filter(process -> process.state() == ProcessState.STOPPING)
                        .collect(Collectors.partitioningBy(
                                DownCommand::writesCache,
                                Collectors.mapping(ProcessStatus::name, Collectors.joining(", "))));
        return line("writing class caches, this once, for faster starts: ", ending.get(true))
                + line("ending: ", ending.get(false));
    }

    private static String line(String what, @Nullable String names) {
        return names == null || names.isEmpty() ? "" : "  " + what + names + System.lineSeparator();
    }

    /** As a process of a first start does when it ends, which takes long. */
    private static boolean writesCache(ProcessStatus process) {
        return Stream.ofNullable(process.process())
                .flatMap(identity -> identity.handle().stream())
                .flatMap(handle -> handle.info().arguments().stream())
                .flatMap(Arrays::stream)
                .anyMatch(argument -> argument.startsWith("-XX:AOTCacheOutput="));
    }

    private static boolean ends(ProcessHandle supervisor) throws InterruptedException, ExecutionException {
        try {
            supervisor.onExit().get(TELL_AFTER_SECONDS, TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        }
    }
}
