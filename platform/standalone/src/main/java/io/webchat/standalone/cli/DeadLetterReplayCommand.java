package io.webchat.standalone.cli;

import io.webchat.standalone.cli.ManagementClient.RefusedException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** Applies the records of dead letters to their views once more. */
@Command(name = "replay")
final class DeadLetterReplayCommand implements Callable<Integer> {
    @Spec
    private CommandLine.Model.CommandSpec command = CommandLine.Model.CommandSpec.create();

    @Parameters(paramLabel = "LETTER", arity = "0..*", converter = LetterId.Converter.class)
    private List<LetterId> letters = List.of();

    @Option(names = "--all")
    private boolean all;

    @Mixin
    private DeadLetterFilter filter = new DeadLetterFilter();

    @Mixin
    private ViewsSelection selection = new ViewsSelection();

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (all != letters.isEmpty()) {
            throw new CommandLine.ParameterException(
                    command.commandLine(), "Say which letters to replay, or --all for every open one, and not both.");
        }
        return selection.ask(service -> replay(service, all ? open(service) : letters) ? 0 : Webchat.FAILED);
    }

    /** In the order of the log, so that none overtakes another one. */
    private List<LetterId> open(ManagementClient service) throws IOException, InterruptedException, RefusedException {
        return DeadLetterFilter.letters(filter.find(service, false)).stream()
                .sorted(Comparator.comparing(DeadLetterReplayCommand::partition)
                        .thenComparing(DeadLetterReplayCommand::offset))
                .map(letter -> new LetterId(letter.path("id").asString()))
                .toList();
    }

    private static String partition(JsonNode letter) {
        var source = letter.path("source").asString();
        return source.substring(0, source.lastIndexOf('/'));
    }

    private static long offset(JsonNode letter) {
        var source = letter.path("source").asString();
        return Long.parseLong(source.substring(source.lastIndexOf('/') + 1));
    }

    private static boolean replay(ManagementClient service, List<LetterId> wanted)
            throws IOException, InterruptedException, RefusedException {
        var left = new ArrayList<JsonNode>();
        for (var letter : wanted) {
            var report = service.post("/deadletters/" + letter.text(), "{}");
            var state = report.path("state").asString();
            System.out.printf(
                    "%s: %s%s%n",
                    letter.text(),
                    state,
                    report.path("detail").isString()
                            ? ", " + report.path("detail").asString()
                            : "");
            if (!state.equals("applied") && !state.equals("erased")) {
                left.add(report);
            }
        }
        System.out.println("dlt: " + (wanted.size() - left.size()) + " of " + wanted.size() + " replayed");
        explain(left);
        return left.isEmpty();
    }

    private static void explain(List<JsonNode> left) {
        var overtaken = new TreeSet<String>();
        left.stream()
                .filter(letter -> letter.path("state").asString().equals("overtaken"))
                .forEach(letter -> overtaken.add(letter.path("view").asString()));
        for (var view : overtaken) {
            System.err.println(view + ": later events of the same channel, server or user are in the view. "
                    + "./webchat rebuild " + view + " --anyway builds it from the log, with everything in its place.");
        }
    }
}
