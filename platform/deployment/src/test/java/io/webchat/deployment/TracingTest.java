package io.webchat.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class TracingTest {
    private static final Map<String, Object> TEMPO = Repository.yaml(Repository.MONITORING.resolve("tempo/tempo.yml"));
    private static final String EXEMPLARS = "exemplarTraceIdDestinations";
    private static final String LINKS = "derivedFields";

    @Test
    void traces_are_kept_for_a_week_and_then_removed() {
        assertThat(Repository.map(Repository.map(TEMPO.get("compactor")).get("compaction")))
                .containsEntry("block_retention", "168h");
    }

    @Test
    void nobody_can_flood_it() {
        var limits = Repository.map(Repository.map(TEMPO.get("overrides")).get("defaults"));
        assertThat(Repository.map(limits.get("ingestion"))).containsKeys("rate_limit_bytes", "burst_size_bytes");
        assertThat(Repository.map(limits.get("global"))).containsKey("max_bytes_per_trace");
    }

    @Test
    void services_send_to_where_tempo_listens() {
        var overlay = Repository.text(Repository.ROOT.resolve("platform/compose/compose.tracing.yml"));
        var receivers = Repository.map(Repository.map(TEMPO.get("distributor")).get("receivers"));
        var http = Repository.map(
                Repository.map(Repository.map(receivers.get("otlp")).get("protocols"))
                        .get("http"));

        assertThat(http).containsEntry("endpoint", "0.0.0.0:4318");
        assertThat(overlay).contains("${OTEL_EXPORTER_OTLP_ENDPOINT:-http://tempo:4318}");
    }

    @Test
    void with_traces_grafana_has_the_same_datasources_and_ways_from_metrics_and_logs_to_traces() {
        var traced = datasources("grafana/tracing/datasources/webchat.yml");
        var usual = datasources("grafana/provisioning/datasources/webchat.yml");

        assertThat(Repository.maps(json(traced, "prometheus").get(EXEMPLARS)))
                .containsExactly(Map.of("name", "trace_id", "datasourceUid", "tempo"));
        var link = Repository.maps(json(traced, "loki").get(LINKS)).getFirst();
        assertThat(link).containsEntry("datasourceUid", "tempo").containsEntry("url", "$${__value.raw}");
        assertThat(Pattern.compile((String) link.get("matcherRegex"))
                        .matcher(
                                "{\"message\":\"x\",\"trace.id\":\"0af7651916cd43dd8448eb211c80319c\",\"span.id\":\"b7ad6b7169203331\"}")
                        .results()
                        .map(found -> found.group(1)))
                .containsExactly("0af7651916cd43dd8448eb211c80319c");
        assertThat(traced).containsKey("tempo").containsEntry("alertmanager", usual.get("alertmanager"));
        assertThat(traced).hasSize(usual.size() + 1);
        assertThat(without(EXEMPLARS, traced.get("prometheus"))).isEqualTo(usual.get("prometheus"));
        assertThat(without(LINKS, traced.get("loki"))).isEqualTo(usual.get("loki"));
    }

    @Test
    void prometheus_keeps_exemplars_and_the_latencies_show_them() {
        var monitoring = Repository.yaml(Repository.ROOT.resolve("platform/compose/compose.monitoring.yml"));
        var prometheus =
                Repository.map(Repository.map(monitoring.get("services")).get("prometheus"));

        assertThat((List<?>) prometheus.get("command")).asString().contains("--enable-feature=exemplar-storage");
        assertThat(exemplars("commands.json")).anyMatch(query -> query.contains("http_server_requests_seconds_bucket"));
        assertThat(exemplars("push.json"))
                .anyMatch(query -> query.contains("webchat_push_delivery_latency_seconds_bucket"));
    }

    private static List<String> exemplars(String dashboard) {
        var file = Repository.yaml(
                Repository.MONITORING.resolve("grafana/dashboards").resolve(dashboard));
        return Repository.maps(file.get("panels")).stream()
                .flatMap(panel -> Repository.maps(panel.get("targets")).stream())
                .filter(target -> Boolean.TRUE.equals(target.get("exemplar")))
                .map(target -> (String) target.get("expr"))
                .toList();
    }

    private static Map<String, Map<String, Object>> datasources(String file) {
        var byUid = new HashMap<String, Map<String, Object>>();
        Repository.maps(Repository.yaml(Repository.MONITORING.resolve(file)).get("datasources"))
                .forEach(datasource -> byUid.put((String) datasource.get("uid"), datasource));
        return byUid;
    }

    private static Map<String, Object> json(Map<String, Map<String, Object>> datasources, String uid) {
        return Repository.map(datasources.get(uid).get("jsonData"));
    }

    private static Map<String, Object> without(String way, Map<String, Object> datasource) {
        var json = new HashMap<>(Repository.map(datasource.get("jsonData")));
        json.remove(way);
        var result = new HashMap<>(datasource);
        result.put("jsonData", json);
        if (json.isEmpty()) {
            result.remove("jsonData");
        }
        return result;
    }
}
