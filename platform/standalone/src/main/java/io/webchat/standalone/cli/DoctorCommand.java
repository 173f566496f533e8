package io.webchat.standalone.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.webchat.standalone.doctor.Deployment;
import io.webchat.standalone.doctor.Doctor;
import io.webchat.standalone.doctor.EnvironmentFile;
import io.webchat.standalone.doctor.Examination;
import io.webchat.standalone.doctor.Finding;
import io.webchat.standalone.doctor.Severity;
import io.webchat.standalone.supervisor.StackFile;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** Checks a production by its environment file, or the embedded default that runs on a directory. */
@Command(name = "doctor")
final class DoctorCommand implements Callable<Integer> {
    @Spec
    private CommandLine.Model.CommandSpec command = CommandLine.Model.CommandSpec.create();

    @Mixin
    private StackSelection stack = new StackSelection();

    @Option(names = "--env", paramLabel = "FILE")
    private @Nullable Path environment;

    @Option(names = "--url", paramLabel = "URL")
    private @Nullable URI url;

    @Option(names = "--json")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        silenceClients();
        var deployment = environment == null ? embedded() : Optional.of(production(environment));
        if (deployment.isEmpty()) {
            return Webchat.NOT_RUNNING;
        }
        var doctor = environment == null ? Doctor.ofTheEmbeddedDefault() : Doctor.ofProduction();
        var examination = Examination.of(deployment.get().name(), doctor.examine(deployment.get()));
        if (json) {
            System.out.println(JsonMapper.builder()
                    .build()
                    .writerWithDefaultPrettyPrinter()
                    .writeValueAsString(examination));
        } else {
            print(examination);
        }
        return examination.healthy() ? 0 : Webchat.FAILED;
    }

    private Deployment production(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new CommandLine.ParameterException(command.commandLine(), "--env " + file + ": is no file");
        }
        if (url != null && url.getHost() == null) {
            throw new CommandLine.ParameterException(
                    command.commandLine(), "--url " + url + " (expected: such as https://chat.example.org)");
        }
        var settings = EnvironmentFile.read(file);
        var directory = Optional.ofNullable(file.toAbsolutePath().getParent()).orElseThrow();
        return new Deployment(file.toString(), settings, file, directory, url, Doctor.closedPortsOfProduction());
    }

    /** Empty if nothing runs there; that has then been said. */
    private Optional<Deployment> embedded() throws IOException {
        if (url != null) {
            throw new CommandLine.ParameterException(
                    command.commandLine(), "--url is for a production: name its environment file with --env as well");
        }
        var data = stack.directory();
        var state = new StackFile(data).readRunning().orElse(null);
        if (state == null) {
            System.err.println("WebChat does not run on " + stack.data()
                    + ". ./webchat up starts it; --env FILE checks a production by its environment file.");
            return Optional.empty();
        }
        var settings = new LinkedHashMap<>(System.getenv());
        var secret = data.root().resolve("jwt-secret");
        var isDrawn = settings.getOrDefault("JWT_SECRET", "").isBlank() && Files.isRegularFile(secret);
        if (isDrawn) {
            settings.put("JWT_SECRET", Files.readString(secret));
        }
        Set<Integer> ports = state.processes().stream()
                .flatMap(process -> process.ports().stream())
                .collect(Collectors.toSet());
        return Optional.of(new Deployment(
                stack.data() + " (" + state.url() + ")", settings, isDrawn ? secret : null, data.root(), null, ports));
    }

    /** What a client logs about a Kafka that does not answer is found anyway, and must not stand in the JSON. */
    private static void silenceClients() {
        for (var name : List.of("org.apache.kafka", "org.apache.kafka.common.utils.AppInfoParser")) {
            if (LoggerFactory.getLogger(name) instanceof Logger logger) {
                logger.setLevel(Level.OFF);
            }
        }
    }

    private static void print(Examination examination) {
        System.out.println("Examined: " + examination.examined());
        System.out.println();
        for (var finding : examination.findings()) {
            print(finding);
        }
        System.out.println();
        System.out.printf(
                "%d critical, %d to mend soon, %d not checked, %d fine.%n",
                examination.critical(),
                examination.warnings(),
                examination.notChecked(),
                examination.findings().size()
                        - examination.critical()
                        - examination.warnings()
                        - examination.notChecked());
    }

    private static void print(Finding finding) {
        System.out.printf("%-9s %-12s %s%n", mark(finding.severity()), finding.check(), finding.message());
        if (finding.advice() != null) {
            System.out.printf("%-22s -> %s%n", "", finding.advice());
            System.out.printf("%-22s    %s%n", "", finding.section());
        }
    }

    private static String mark(Severity severity) {
        return switch (severity) {
            case CRITICAL -> "CRITICAL";
            case WARNING -> "WARNING";
            case NOT_CHECKED -> "-";
            case FINE -> "ok";
        };
    }
}
