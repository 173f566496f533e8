package io.webchat.standalone.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** Lists dead letters. */
@Command(name = "list")
final class DeadLetterListCommand implements Callable<Integer> {
    @Mixin
    private ViewsSelection selection = new ViewsSelection();

    @Mixin
    private DeadLetterFilter filter = new DeadLetterFilter();

    @Option(names = "--all")
    private boolean all;

    @Option(names = "--json")
    private boolean json;

    @Override
    public Integer call() throws IOException, InterruptedException {
        return selection.ask(service -> {
            var found = filter.find(service, all);
            if (json) {
                System.out.println(found.toPrettyString());
            } else {
                print(found);
            }
            return 0;
        });
    }

    private static void print(JsonNode found) {
        var letters = DeadLetterFilter.letters(found);
        for (var letter : letters) {
            System.out.printf(
                    "%s  %s  %s%n  record %s, %s%n  by %s: %s%n",
                    letter.path("id").asString(),
                    letter.path("at").asString(),
                    letter.path("state").asString(),
                    letter.path("source").asString(),
                    letter.path("type").asString(),
                    letter.path("group").asString(),
                    letter.path("cause").asString());
            if (letter.path("detail").isString()) {
                System.out.println("  last replay: " + letter.path("detail").asString());
            }
        }
        var total = found.path("total").asLong();
        System.out.println(
                total == letters.size()
                        ? "dlt: " + total + (total == 1 ? " letter" : " letters")
                        : "dlt: the newest " + letters.size() + " of " + total + " letters; --limit shows more");
    }
}
