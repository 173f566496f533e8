package io.webchat.standalone.cli;

import io.webchat.standalone.supervisor.DataDirectory;
import io.webchat.standalone.supervisor.Ports;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Which stack a command is about. The directory identifies it; the offset is known to a running one. */
final class StackSelection {
    @Spec(Spec.Target.MIXEE)
    private CommandLine.Model.CommandSpec command = CommandLine.Model.CommandSpec.create();

    @Option(names = "--data", defaultValue = "${sys:webchat.default.data:-var}")
    private Path data = Path.of("var");

    @Option(names = "--port-offset")
    private @Nullable Integer portOffset;

    Path data() {
        return data;
    }

    /** The directory; there may be nothing yet, but no file. */
    DataDirectory directory() {
        if (Files.exists(data) && !Files.isDirectory(data)) {
            throw new CommandLine.ParameterException(command.commandLine(), "--data " + data + ": is not a directory");
        }
        return new DataDirectory(data);
    }

    /** The offset, if the user named one. */
    OptionalInt givenOffset() {
        return portOffset == null ? OptionalInt.empty() : OptionalInt.of(portOffset);
    }

    Ports ports() {
        try {
            return new Ports(givenOffset().orElse(0));
        } catch (IllegalArgumentException e) {
            throw new CommandLine.ParameterException(command.commandLine(), e.getMessage(), e);
        }
    }
}
