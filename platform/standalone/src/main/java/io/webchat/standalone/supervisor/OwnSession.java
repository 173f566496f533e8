package io.webchat.standalone.supervisor;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Starts commands in a session of their own, so that a Ctrl-C in the terminal reaches the supervisor only, which then
 * stops them in order. The pid stays that of the command.
 */
public final class OwnSession {
    private static final List<String> PREFIX = prefix();

    private OwnSession() {}

    public static List<String> command(List<String> command) {
        var result = new ArrayList<>(PREFIX);
        result.addAll(command);
        return result;
    }

    static List<String> command(String... command) {
        return command(List.of(command));
    }

    private static List<String> prefix() {
        if (onPath("setsid")) {
            return List.of("setsid");
        }
        // macOS has no setsid command, but it has Perl.
        return onPath("perl") ? List.of("perl", "-MPOSIX=setsid", "-e", "setsid(); exec @ARGV") : List.of();
    }

    private static boolean onPath(String command) {
        return List.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1)).stream()
                .filter(directory -> !directory.isBlank())
                .anyMatch(directory -> Files.isExecutable(Path.of(directory, command)));
    }
}
