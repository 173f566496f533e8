package io.webchat.standalone.cli;

import io.webchat.standalone.cli.ManagementClient.RefusedException;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Builds views from the log, compares them with those that are read, and removes them again. */
@Command(name = "verify")
final class VerifyCommand implements Callable<Integer> {
    @Parameters(paramLabel = "VIEW", arity = "0..1")
    private @Nullable String view;

    @Mixin
    private ViewsSelection selection = new ViewsSelection();

    @Override
    public Integer call() throws IOException, InterruptedException {
        return selection.ask(service -> verify(new ViewsClient(service)) ? 0 : Webchat.FAILED);
    }

    private boolean verify(ViewsClient client) throws IOException, InterruptedException, RefusedException {
        var names = view == null
                ? client.views().stream()
                        .map(one -> one.path("view").asString())
                        .toList()
                : List.of(view);
        var same = true;
        for (var name : names) {
            same &= verify(client, name);
        }
        System.out.println(same ? "verify: the same" : "verify: DIFFERENT");
        return same;
    }

    private static boolean verify(ViewsClient client, String name)
            throws IOException, InterruptedException, RefusedException {
        if (client.isBuilding(name)) {
            throw new RefusedException(
                    name + " is being rebuilt: ./webchat rebuild " + name + " goes on, --stop ends it");
        }
        var removal = new Thread(() -> remove(client, name));
        Runtime.getRuntime().addShutdownHook(removal);
        try {
            client.build(name);
            return client.compare(name);
        } finally {
            Runtime.getRuntime().removeShutdownHook(removal);
            client.act(name, "stop");
        }
    }

    /** Ctrl-C ends the building as well. */
    private static void remove(ViewsClient client, String name) {
        try {
            client.act(name, "stop");
        } catch (IOException | RefusedException e) {
            System.err.println(name + ": what was built stays, ./webchat rebuild " + name + " --stop removes it: "
                    + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
