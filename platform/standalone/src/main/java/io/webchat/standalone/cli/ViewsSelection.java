package io.webchat.standalone.cli;

import io.webchat.standalone.cli.ManagementClient.RefusedException;
import io.webchat.standalone.supervisor.ServiceKind;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Whose views a command is about. */
final class ViewsSelection {
    @Mixin
    private StackSelection stack = new StackSelection();

    @Option(names = "--url")
    private @Nullable URI url;

    /** What a command asks of the service that has the views. */
    @FunctionalInterface
    interface Question {
        /** Returns the exit code. */
        int of(ManagementClient service) throws IOException, InterruptedException, RefusedException;
    }

    /** Asks it. Returns the exit code; where nothing runs there, or it refuses, that has then been said. */
    int ask(Question question) throws IOException, InterruptedException {
        var service = service().orElse(null);
        if (service == null) {
            return Webchat.NOT_RUNNING;
        }
        try {
            return question.of(service);
        } catch (RefusedException e) {
            System.err.println(e.getMessage());
            return Webchat.FAILED;
        }
    }

    private Optional<ManagementClient> service() {
        if (url != null) {
            return Optional.of(new ManagementClient(url.toString()));
        }
        return RunningStack.find(stack)
                .map(running -> new ManagementClient(
                        "http://127.0.0.1:" + running.ports().management(ServiceKind.PROJECTION, 1)));
    }
}
