package io.webchat.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class LogShippingTest {
    private static final Map<String, Object> LOKI = Repository.yaml(Repository.MONITORING.resolve("loki/loki.yml"));

    @Test
    void logs_are_kept_for_31_days_and_then_removed() {
        assertThat(Repository.map(LOKI.get("limits_config"))).containsEntry("retention_period", "744h");
        assertThat(Repository.map(LOKI.get("compactor")))
                .containsEntry("retention_enabled", true)
                .containsEntry("compaction_interval", "10m")
                .containsEntry("delete_request_store", "filesystem");
    }

    @Test
    void nobody_can_flood_it() {
        assertThat(Repository.map(LOKI.get("limits_config")))
                .containsEntry("ingestion_rate_mb", 10)
                .containsEntry("ingestion_burst_size_mb", 20);
    }

    /** What a stack without Alloy cannot show: that its parts fit together by name. */
    @Test
    void the_shipper_forwards_only_to_what_there_is() {
        var config = Repository.text(Repository.MONITORING.resolve("alloy/config.alloy"));
        var components = Pattern.compile("(?m)^([a-z.]+) \"(\\w+)\" \\{")
                .matcher(config)
                .results()
                .map(found -> found.group(1) + "." + found.group(2))
                .toList();
        var references = Pattern.compile("([a-z]+\\.[a-z.]+\\.\\w+)\\.(receiver|targets|output)\\b")
                .matcher(config)
                .results()
                .map(found -> found.group(1))
                .toList();

        assertThat(references).isNotEmpty();
        assertThat(components).containsAll(references);
        assertThat(config.chars().filter(c -> c == '{').count())
                .isEqualTo(config.chars().filter(c -> c == '}').count());
    }
}
