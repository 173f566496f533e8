package io.webchat.standalone.cli;

import io.webchat.standalone.supervisor.ServiceKind;
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

    /** Empty if nothing runs there; that has then been said. */
    Optional<ViewsClient> client() {
        return service().map(ViewsClient::new);
    }

    /** The service that has them. Empty if nothing runs there; that has then been said. */
    Optional<ManagementClient> service() {
        if (url != null) {
            return Optional.of(new ManagementClient(url.toString()));
        }
        return RunningStack.find(stack)
                .map(running -> new ManagementClient(
                        "http://127.0.0.1:" + running.ports().management(ServiceKind.PROJECTION, 1)));
    }
}
