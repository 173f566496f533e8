package io.webchat.standalone.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A program that talks to a stack from outside, in a JVM of its own with its own class path.
 *
 * @param app the directory that the launcher built it into
 * @param heap the most that it may take
 */
record ClientProgram(String app, String mainClass, String heap) {

    /** Runs it to its end; returns its exit code. */
    int run(List<String> arguments) throws IOException, InterruptedException {
        var directory = Path.of(System.getProperty("webchat.apps", ""), app);
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                // It shares its cores with what it measures, so it must not take half a machine to compile itself.
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx" + heap,
                "-XX:+AutoCreateSharedArchive",
                "-XX:SharedArchiveFile=" + directory.resolve(mainClass + ".jsa"),
                "-Xlog:cds=off",
                "-Xlog:cds+dynamic=off",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                directory.resolve("app.jar") + ":" + directory.resolve("lib") + "/*",
                mainClass));
        command.addAll(arguments);
        return new ProcessBuilder(command).inheritIO().start().waitFor();
    }
}
