package io.webchat.standalone.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "logs")
final class LogsCommand implements Callable<Integer> {
    @Mixin
    private StackSelection stack = new StackSelection();

    @Parameters(arity = "0..1")
    private String service = "";

    @Option(names = {"-f", "--follow"})
    private boolean follow;

    @Option(names = {"-n", "--lines"})
    private int lines = 100;

    @Override
    public Integer call() throws IOException, InterruptedException {
        var files = files();
        if (files.isEmpty()) {
            System.err.println("There is no log of " + (service.isEmpty() ? "anything" : service) + " in "
                    + stack.directory().logs() + ".");
            return Webchat.FAILED;
        }
        var command = new ArrayList<>(List.of("tail", "-n", Integer.toString(lines)));
        if (follow) {
            // by name, so that a log that is put aside is followed into its successor
            command.add("-F");
        }
        files.forEach(file -> command.add(file.toString()));
        return new ProcessBuilder(command).inheritIO().start().waitFor();
    }

    /** {@code push} means every instance of it, {@code push-2} that one. */
    private List<Path> files() throws IOException {
        var logs = stack.directory().logs();
        if (!Files.isDirectory(logs)) {
            return List.of();
        }
        try (var all = Files.list(logs)) {
            return all.filter(file -> matches(file.getFileName().toString()))
                    .sorted()
                    .toList();
        }
    }

    private boolean matches(String file) {
        if (!file.endsWith(".log") || file.endsWith(".1.log")) {
            return false;
        }
        var name = file.substring(0, file.length() - ".log".length());
        return service.isEmpty() || name.equals(service) || name.matches(Pattern.quote(service) + "-\\d");
    }
}
