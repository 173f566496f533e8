package io.webchat.deployment;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The rules of Prometheus, as the files have them. */
final class AlertRules {
    private AlertRules() {}

    record Alert(String name, String expression, String duration, String severity, String summary, String runbook) {}

    static List<Alert> alerts() {
        return rules().filter(rule -> rule.containsKey("alert"))
                .map(rule -> {
                    var annotations = Repository.map(rule.get("annotations"));
                    return new Alert(
                            (String) rule.get("alert"),
                            (String) rule.get("expr"),
                            (String) rule.get("for"),
                            (String) Repository.map(rule.get("labels")).get("severity"),
                            (String) annotations.get("summary"),
                            (String) annotations.get("runbook_url"));
                })
                .toList();
    }

    /** Name and expression of each recording rule; one name may be recorded with several labels. */
    static List<Map.Entry<String, String>> recordings() {
        return rules().filter(rule -> rule.containsKey("record"))
                .map(rule -> Map.entry((String) rule.get("record"), (String) rule.get("expr")))
                .toList();
    }

    private static Stream<Map<String, Object>> rules() {
        return Repository.files("platform/monitoring/prometheus/rules", ".yml").stream()
                .flatMap(file -> Repository.maps(Repository.yaml(file).get("groups")).stream())
                .flatMap(group -> Repository.maps(group.get("rules")).stream());
    }
}
