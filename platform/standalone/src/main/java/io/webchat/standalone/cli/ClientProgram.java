package io.webchat.standalone.cli;

import io.webchat.log.KafkaConnection;
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

    /** Runs it to its end; returns its exit code. It reaches Kafka as the environment says. */
    int run(List<String> arguments) throws IOException, InterruptedException {
        return run(arguments, false);
    }

    /** As {@link #run(List)}; {@code embeddedKafka} if it talks to one that asks nobody who they are. */
    int run(List<String> arguments, boolean embeddedKafka) throws IOException, InterruptedException {
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
        var process = new ProcessBuilder(command).inheritIO();
        if (embeddedKafka) {
            KafkaConnection.VARIABLES.forEach(process.environment()::remove);
        }
        return process.start().waitFor();
    }
}
