package io.webchat.test.description;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * An endpoint in the tables of {@code http-api.md}. A row may have several, each with its whole path; what the row says
 * holds for all of them.
 *
 * @param parameters the names in the query string
 * @param answer what the row says about the answers, in Markdown
 */
record DocumentedEndpoint(String method, String path, SortedSet<String> parameters, String answer) {
    private static final Path DOCUMENT = Path.of("..", "platform", "docs", "http-api.md");
    private static final Pattern ROW = Pattern.compile("^\\| (`[A-Z]+.*?) \\| (.*) \\|$");
    private static final Pattern CODE = Pattern.compile("`(GET|POST|PUT|PATCH|DELETE)( (/[^`?]*)(\\?([^`]*))?)?`");
    private static final Pattern STATUS = Pattern.compile("`(\\d{3})`");

    /** Those in the section of a service, in the order of the document. */
    static List<DocumentedEndpoint> of(String service) {
        try (var lines = Files.lines(DOCUMENT)) {
            return lines.dropWhile(line -> !line.equals("## " + service))
                    .skip(1)
                    .takeWhile(line -> !line.startsWith("## "))
                    .map(ROW::matcher)
                    .filter(row -> row.matches())
                    .flatMap(row -> inRow(row.group(1), row.group(2)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** In {@code `PUT`, `DELETE /a`} both methods belong to the path. */
    private static Stream<DocumentedEndpoint> inRow(String requests, String answer) {
        var found = new ArrayList<DocumentedEndpoint>();
        var methods = new ArrayList<String>();
        var code = CODE.matcher(requests);
        while (code.find()) {
            methods.add(code.group(1));
            if (code.group(3) != null) {
                var parameters = namesIn(code.group(5) == null ? "" : code.group(5));
                methods.forEach(method -> found.add(new DocumentedEndpoint(method, code.group(3), parameters, answer)));
                methods.clear();
            }
        }
        return found.stream();
    }

    private static SortedSet<String> namesIn(String query) {
        var names = new TreeSet<String>();
        Arrays.stream(query.split("&"))
                .filter(part -> !part.isEmpty())
                .forEach(part -> names.add(part.substring(0, part.indexOf('='))));
        return names;
    }

    /** Method and path, as in {@code PUT /api/servers/{serverId}/name}. */
    String request() {
        return method + " " + path;
    }

    /** Every status that the row names. */
    List<Integer> statuses() {
        return STATUS.matcher(answer)
                .results()
                .map(status -> Integer.valueOf(status.group(1)))
                .toList();
    }

    /** What a success may be: where the row is silent, {@code 200}. */
    List<Integer> successes() {
        var named = statuses().stream().filter(status -> status < 300).toList();
        return named.isEmpty() ? List.of(200) : named;
    }

    /** Whether the row says that a permission is needed. */
    boolean needsPermission() {
        return answer.contains("Needs `");
    }

    /** The row's words where they stand in a document of the folder {@code openapi}. */
    String description() {
        return answer.replace("](#", "](../http-api.md#");
    }
}
