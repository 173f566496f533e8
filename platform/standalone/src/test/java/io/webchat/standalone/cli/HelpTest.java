package io.webchat.standalone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** The help texts are in the script, the options here: they must not drift apart. */
class HelpTest {
    private static final Path LAUNCHER = Path.of("../../webchat");

    @ParameterizedTest
    @MethodSource("visibleCommands")
    void the_help_of_a_command_names_its_options(String name) throws Exception {
        var help = help(name);
        var command = Webchat.commandLine().getSubcommands().get(name);
        Stream.concat(Stream.of(command), command.getSubcommands().values().stream())
                .flatMap(one -> one.getCommandSpec().options().stream())
                .forEach(option -> assertThat(help).contains(option.longestName()));
        assertThat(command.getSubcommands().keySet())
                .allSatisfy(part -> assertThat(help).contains("./webchat " + command.getCommandName() + " " + part));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "up",
                "down",
                "status",
                "logs",
                "smoke",
                "bench",
                "rebuild",
                "verify",
                "dlt",
                "backup",
                "verify-backup",
                "restore",
                "doctor",
                "test",
                "check",
                "format",
                "build"
            })
    void every_command_is_in_the_overview_and_has_a_help(String name) throws Exception {
        assertThat(help("--help")).containsPattern("(?m)^  " + name + " +\\S");
        assertThat(help(name)).startsWith("Usage: ./webchat " + name);
    }

    @Test
    void smoke_says_how_many_messages_it_sends_and_what_a_missed_figure_means() throws Exception {
        assertThat(help("smoke")).contains("400", "200", "MISSED", "3 nothing runs there");
    }

    static Stream<String> visibleCommands() {
        return Webchat.commandLine().getSubcommands().entrySet().stream()
                .filter(entry -> !isHidden(entry.getValue()))
                .map(entry -> entry.getKey());
    }

    private static boolean isHidden(CommandLine command) {
        return command.getCommandSpec().usageMessage().hidden();
    }

    private static String help(String command) throws Exception {
        var process = new ProcessBuilder(LAUNCHER.toString(), command, "--help").start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        return output;
    }
}
