package io.webchat.standalone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

    @Test
    void the_version_is_that_of_the_sources() throws Exception {
        var pom = Files.readString(Path.of("../../pom.xml"));

        for (var asked : List.of("--version", "version", "-V")) {
            var answer = launcher(asked);
            assertThat(answer.exitCode()).isZero();
            assertThat(answer.output()).matches("WebChat \\d+\\.\\d+\\.\\d+\\S*\\R");
            assertThat(pom).contains("<version>" + answer.output().strip().substring(8) + "</version>");
        }
    }

    /** Were it to build, it would want a JDK. */
    @ParameterizedTest
    @CsvSource({
        "up,            --detatch",
        "up,            --instance=push=2",
        "bench push,    --conections",
        "smoke,         -x",
        "backup,        --from",
        "verify-backup, --to",
        "restore,       --force",
        "doctor,        --envfile=x"
    })
    void a_wrong_option_is_named_before_anything_is_built(String command, String option) throws Exception {
        var words = command.split(" ", -1);
        var answer = launcher(Stream.concat(Stream.of(words), Stream.of(option)).toArray(String[]::new));

        assertThat(answer.output())
                .startsWith("webchat: unknown option: " + option.replaceFirst("=.*", ""))
                .contains("See ./webchat " + words[0] + " --help");
        assertThat(answer.exitCode()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"up", "bench", "smoke", "backup", "verify-backup", "restore", "doctor"})
    void no_option_that_there_is_counts_as_wrong(String name) throws Exception {
        var known = Webchat.commandLine().getSubcommands().get(name).getCommandSpec().options().stream()
                .flatMap(option -> Stream.of(option.names()))
                .toList();
        for (var option : known) {
            // The second one is wrong, and is the one that is named.
            assertThat(launcher(name, option, "--wrong").output()).startsWith("webchat: unknown option: --wrong");
        }
    }

    private record Answer(int exitCode, String output) {}

    private static Answer launcher(String... arguments) throws Exception {
        var command = Stream.concat(Stream.of(LAUNCHER.toString()), Stream.of(arguments))
                .toList();
        var process = new ProcessBuilder(command).redirectErrorStream(true);
        process.environment().put("PATH", "/usr/bin:/bin");
        process.environment().put("JAVA_HOME", "/nowhere");
        var started = process.start();
        var output = new String(started.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Answer(started.waitFor(), output);
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
