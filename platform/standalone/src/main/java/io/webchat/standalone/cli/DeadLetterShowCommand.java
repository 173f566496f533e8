package io.webchat.standalone.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** Shows a dead letter: why it is one, its headers, and the record. */
@Command(name = "show")
final class DeadLetterShowCommand implements Callable<Integer> {
    @Parameters(paramLabel = "LETTER", converter = LetterId.Converter.class)
    private LetterId letter = LetterId.NONE;

    @Mixin
    private ViewsSelection selection = new ViewsSelection();

    @Option(names = "--json")
    private boolean json;

    @Override
    public Integer call() throws IOException, InterruptedException {
        return selection.ask(service -> {
            var opened = service.get("/deadletters/" + letter.text());
            if (json) {
                System.out.println(opened.toPrettyString());
            } else {
                print(opened);
            }
            return 0;
        });
    }

    private static void print(JsonNode opened) {
        var shown = opened.path("letter");
        for (var name : new String[] {"id", "at", "state", "detail", "view", "group", "source", "key"}) {
            if (shown.hasNonNull(name)) {
                System.out.printf("%-8s %s%n", name, shown.path(name).asString());
            }
        }
        System.out.println();
        opened.path("headers")
                .properties()
                .forEach(header -> System.out.println(
                        header.getKey() + ": " + header.getValue().asString()));
        System.out.println();
        System.out.println(opened.path("stack").asString().stripTrailing());
        System.out.println();
        System.out.println(
                opened.hasNonNull("value")
                        ? opened.path("value").toPrettyString()
                        : opened.path("text").asString("(the record is too large for a letter; the log has it)"));
    }
}
