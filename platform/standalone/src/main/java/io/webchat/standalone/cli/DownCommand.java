package io.webchat.standalone.cli;

import io.webchat.standalone.supervisor.StackFile;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Stops a stack in order. Doing so twice is not an error. */
@Command(name = "down")
final class DownCommand implements Callable<Integer> {
    private static final long USUAL_SECONDS = 15;
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
        if (!ends(supervisor, USUAL_SECONDS)) {
            System.out.println("The first stop prepares faster starts, which may take a minute ...");
            if (!ends(supervisor, TIMEOUT_SECONDS)) {
                System.err.println("The supervisor (pid " + supervisor.pid() + ") has not ended after "
                        + (USUAL_SECONDS + TIMEOUT_SECONDS) + " s. See "
                        + stack.directory().logs() + ".");
                return Webchat.FAILED;
            }
        }
        System.out.println("Stopped.");
        return 0;
    }

    private static boolean ends(ProcessHandle supervisor, long seconds)
            throws InterruptedException, ExecutionException {
        try {
            supervisor.onExit().get(seconds, TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        }
    }
}
