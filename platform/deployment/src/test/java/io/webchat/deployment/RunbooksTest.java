package io.webchat.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What operators copy into a shell, in the middle of an incident: it says what it means to, and gets in. What the tools
 * make of it is not seen here.
 */
class RunbooksTest {
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```sh\\n(.*?)^```$");
    private static final Pattern SPAN = Pattern.compile("(?s)`([^`]+)`");
    private static final Pattern KAFKA_TOOL = Pattern.compile("\\S*kafka-[\\w-]+\\.sh");

    /** In place of the programs, which are not there: says what each is told. */
    private static final String HEAR = """
            docker() { printf '<%s>\\n' "$@"; }
            grep() { printf '<%s>\\n' "$@"; }
            """;

    /** A command, and the page that it is on. */
    record Command(Path page, String text) {
        @Override
        public String toString() {
            return page.getFileName() + ": " + text;
        }
    }

    @ParameterizedTest
    @MethodSource("commands")
    void a_command_says_to_the_shell_what_it_says_to_the_reader(Command command) {
        // -u: what the shell would put something else for, such as $gt, is a mistake.
        var heard = Tool.require("bash")
                .run(Map.of("PATH", "/nowhere"), "-u", "-c", HEAR + command.text() + "\n:")
                .succeeds()
                .output();

        assertThat(heard).doesNotContain("syntax error", "unbound variable");
        for (var quoted : quoted(command.text())) {
            assertThat(heard).contains(quoted);
        }
    }

    @ParameterizedTest
    @MethodSource("commands")
    void a_command_finds_its_tool_and_logs_in(Command command) {
        var words = List.of(command.text().split("\\s+"));
        var exec = words.indexOf("exec");
        if (exec < 0) {
            return;
        }
        var container = words.get(exec + 1);
        var rest = command.text().substring(command.text().indexOf(" " + container) + container.length() + 2);
        if (container.startsWith("kafka")) {
            assertThat(rest)
                    .matches("/opt/kafka/bin/kafka-[\\w-]+\\.sh --bootstrap-server " + container
                            + ":9092 --command-config /tmp/client\\.properties.*");
        } else if (container.startsWith("mongo")) {
            assertThat(rest).matches("mongosh --(quiet|shell) --eval 'load\\(\"/login\\.js\"\\)'( --eval '[^']+')?");
        } else if (container.startsWith("redis")) {
            assertThat(rest).matches("redis-cli --user default.*");
        } else if (container.startsWith("sentinel")) {
            assertThat(rest).matches("redis-cli -p 26379 sentinel .*");
        }
    }

    /** A name alone is no command: who does not know it has to find out where it is and how it logs in. */
    @ParameterizedTest
    @MethodSource("pages")
    void no_tool_is_named_without_its_command(Path page) {
        var text = Repository.text(page);
        for (var command : commands(page).toList()) {
            text = text.replace(command.text(), "");
        }

        assertThat(KAFKA_TOOL.matcher(text).results().map(found -> found.group()))
                .isEmpty();
        assertThat(text).doesNotContain("redis-cli", "mongosh", "`curl");
    }

    static Stream<Path> pages() {
        return Repository.files("platform/runbooks", ".md").stream();
    }

    static Stream<Command> commands() {
        return Stream.concat(pages(), Stream.of(Repository.ROOT.resolve("platform/docs/production.md")))
                .flatMap(RunbooksTest::commands);
    }

    /** The lines of blocks, and what begins like a command in the text. */
    private static Stream<Command> commands(Path page) {
        var text = Repository.text(page);
        var found = new ArrayList<String>();
        BLOCK.matcher(text)
                .results()
                .forEach(block -> found.addAll(Arrays.asList(block.group(1).split("\n"))));
        SPAN.matcher(BLOCK.matcher(text).replaceAll(""))
                .results()
                .map(span -> span.group(1).replaceAll("\\s*\n\\s*", " "))
                .filter(span -> span.startsWith("docker compose "))
                .forEach(found::add);
        return found.stream()
                .filter(command -> command.startsWith("docker compose ") && !command.contains("…"))
                .map(command -> new Command(page, command));
    }

    /** What stands between single quotes, which no shell changes. */
    private static List<String> quoted(String command) {
        return Pattern.compile("'([^']*)'")
                .matcher(command)
                .results()
                .map(found -> found.group(1))
                .toList();
    }
}
