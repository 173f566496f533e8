package io.webchat.standalone.cli;

import io.webchat.standalone.supervisor.DataDirectory;
import io.webchat.standalone.supervisor.Ports;
import java.nio.file.Path;
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
    private int portOffset;

    Path data() {
        return data;
    }

    DataDirectory directory() {
        return new DataDirectory(data);
    }

    Ports ports() {
        try {
            return new Ports(portOffset);
        } catch (IllegalArgumentException e) {
            throw new CommandLine.ParameterException(command.commandLine(), e.getMessage(), e);
        }
    }
}
