package io.webchat.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DashboardsTest {
    private static final Pattern RATE = Pattern.compile("^(sum( by \\([^)]*\\))? ?\\()?rate\\(");

    @TempDir
    private Path directory;

    record Query(String dashboard, String panel, String source, String expression) {}

    @Test
    void there_is_one_for_each_part_of_the_platform() {
        assertThat(Repository.files("platform/monitoring/grafana/dashboards", ".json"))
                .extracting(file -> file.getFileName().toString())
                .containsExactlyInAnyOrder(
                        "overview.json",
                        "lag.json",
                        "push.json",
                        "commands.json",
                        "kafka.json",
                        "stores.json",
                        "jvm.json",
                        "logs.json");
    }

    @Test
    void every_query_is_valid() throws IOException {
        var promtool = Tool.require("promtool");
        var rules = queries()
                .filter(query -> query.source().equals("prometheus"))
                .map(query -> "      - { record: q, labels: { panel: x }, expr: '"
                        + query.expression().replace("'", "''") + "' }")
                .distinct()
                .collect(Collectors.joining("\n", "groups:\n  - name: dashboards\n    rules:\n", "\n"));
        promtool.run("check", "rules", Files.writeString(directory.resolve("queries.yml"), rules))
                .succeeds();
    }

    @Test
    void names_the_datasources_that_are_provisioned() {
        var provisioned = Repository.maps(
                        Repository.yaml(Repository.MONITORING.resolve("grafana/provisioning/datasources/webchat.yml"))
                                .get("datasources"))
                .stream()
                .map(datasource -> (String) datasource.get("uid"))
                .toList();
        assertThat(queries()).allSatisfy(query -> assertThat(query.source()).isIn(provisioned));
    }

    /** A colour that never changes says nothing. */
    @Test
    void a_threshold_changes_the_colour() {
        for (var file : Repository.files("platform/monitoring/grafana/dashboards", ".json")) {
            for (var panel : Repository.maps(Repository.yaml(file).get("panels"))) {
                var steps = Repository.maps(Repository.map(defaults(panel).getOrDefault("thresholds", Map.of()))
                        .get("steps"));
                assertThat(steps.stream().map(step -> step.get("color")))
                        .as("%s: %s", file.getFileName(), panel.get("title"))
                        .doesNotHaveDuplicates();
            }
        }
    }

    /** How often something happens is no time, and no number of things. */
    @Test
    void what_happens_so_often_a_second_has_a_unit_that_says_so() {
        var rates = Set.of("ops", "reqps", "Bps", "percentunit");
        for (var file : Repository.files("platform/monitoring/grafana/dashboards", ".json")) {
            for (var panel : Repository.maps(Repository.yaml(file).get("panels"))) {
                for (var target : Repository.maps(panel.get("targets"))) {
                    var expression = (String) target.get("expr");
                    if (RATE.matcher(expression).find() && !expression.contains(" / ")) {
                        assertThat(unitOf(panel, (String) target.get("refId")))
                                .as("%s: %s: %s", file.getFileName(), panel.get("title"), expression)
                                .isIn(rates);
                    }
                }
            }
        }
    }

    private static String unitOf(Map<String, Object> panel, String target) {
        return Repository.maps(Repository.map(panel.get("fieldConfig")).get("overrides")).stream()
                .filter(override ->
                        target.equals(Repository.map(override.get("matcher")).get("options")))
                .flatMap(override -> Repository.maps(override.get("properties")).stream())
                .filter(property -> property.get("id").equals("unit"))
                .map(property -> (String) property.get("value"))
                .findFirst()
                .orElseGet(() -> (String) defaults(panel).get("unit"));
    }

    /** Of a panel of logs there are none. */
    private static Map<String, Object> defaults(Map<String, Object> panel) {
        var config = Repository.map(panel.getOrDefault("fieldConfig", Map.of()));
        return Repository.map(config.getOrDefault("defaults", Map.of()));
    }

    @Test
    void every_metric_of_an_alert_is_on_a_dashboard() {
        var recorded = AlertRules.recordings().stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey,
                        Collectors.flatMapping(rule -> Metrics.in(rule.getValue()).stream(), Collectors.toSet())));
        var shown = new HashSet<String>();
        queries()
                .forEach(query -> Metrics.in(query.expression()).forEach(metric -> {
                    shown.add(metric);
                    shown.addAll(recorded.getOrDefault(metric, Set.of()));
                }));
        var missing = new TreeSet<String>();
        for (var alert : AlertRules.alerts()) {
            for (var metric : Metrics.in(alert.expression())) {
                // The same errors over another window.
                var family = metric.replaceFirst("(?<figure>:ratio_rate|:increase)\\w+$", "${figure}1h");
                if (!shown.contains(metric) && !shown.contains(family)) {
                    missing.add(alert.name() + ": " + metric);
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    /** No alert asks for these, but who wonders why a command happened twice has to see them. */
    @Test
    void the_memory_of_outcomes_is_on_the_dashboard_of_commands() {
        assertThat(queries()
                        .filter(query -> query.dashboard().equals("commands.json"))
                        .flatMap(query -> Metrics.in(query.expression()).stream()))
                .contains(
                        "webchat_structure_outcomes_remembered",
                        "webchat_structure_outcomes_window_seconds",
                        "webchat_structure_outcomes_dropped_total");
    }

    static Stream<Query> queries() {
        var queries = new ArrayList<Query>();
        for (var file : Repository.files("platform/monitoring/grafana/dashboards", ".json")) {
            for (var panel : Repository.maps(Repository.yaml(file).get("panels"))) {
                for (var target : Repository.maps(panel.get("targets"))) {
                    var source =
                            (String) Repository.map(target.get("datasource")).get("uid");
                    queries.add(new Query(file.getFileName().toString(), (String) panel.get("title"), source, (String)
                            target.get("expr")));
                }
            }
        }
        return List.copyOf(queries).stream();
    }
}
