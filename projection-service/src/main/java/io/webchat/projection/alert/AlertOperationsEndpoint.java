package io.webchat.projection.alert;

import io.webchat.projection.alert.PrometheusAlerts.Raised;
import io.webchat.support.token.AuthenticatedUser;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.client.RestClientException;

/** The alerts, for operators in the web app. Without them the answer says why there are none. */
@RestController
class AlertOperationsEndpoint {
    private static final Logger log = LoggerFactory.getLogger(AlertOperationsEndpoint.class);
    private static final List<String> SEVERITIES = List.of("critical", "warning", "info");

    /** What fires and is worst comes first, then what has held for longest. */
    private static final Comparator<Alert> WORST_FIRST = Comparator.comparing(
                    (Alert alert) -> !alert.state().equals("firing"))
            .thenComparingInt(AlertOperationsEndpoint::rank)
            .thenComparing(Alert::since)
            .thenComparing(Alert::name);

    private final PrometheusAlerts prometheus;
    private final Clock clock;

    AlertOperationsEndpoint(PrometheusAlerts prometheus, Clock clock) {
        this.prometheus = prometheus;
        this.clock = clock;
    }

    /**
     * All alerts.
     *
     * @param source {@code prometheus}; {@code none} if no Prometheus is configured; {@code unreachable} if the one
     *     that is does not answer
     */
    record OperatedAlerts(Instant at, String source, List<Alert> alerts) {}

    /**
     * An alert.
     *
     * @param severity as its rule has it; empty for none
     * @param state {@code firing} or {@code pending}
     * @param since when its condition holds
     * @param runbook a link to what to do
     * @param labels all but its name and severity
     */
    record Alert(
            String name,
            String severity,
            String state,
            Instant since,
            @Nullable String summary,
            @Nullable String description,
            @Nullable String runbook,
            Map<String, String> labels) {
        static Alert of(Raised raised) {
            var labels = new TreeMap<String, String>(raised.labels() == null ? Map.of() : raised.labels());
            labels.remove("alertname");
            labels.remove("severity");
            return new Alert(
                    raised.label("alertname"),
                    raised.label("severity"),
                    raised.state(),
                    raised.activeAt(),
                    raised.annotation("summary"),
                    raised.annotation("description"),
                    raised.annotation("runbook_url"),
                    labels);
        }
    }

    @GetMapping("/api/operations/alerts")
    OperatedAlerts listAlerts(AuthenticatedUser user) {
        user.requireOperator();
        var at = clock.instant();
        if (!prometheus.areConfigured()) {
            return new OperatedAlerts(at, "none", List.of());
        }
        try {
            var alerts = prometheus.raised().stream()
                    .map(Alert::of)
                    .sorted(WORST_FIRST)
                    .toList();
            return new OperatedAlerts(at, "prometheus", alerts);
        } catch (RestClientException e) {
            log.warn("Prometheus does not tell its alerts: {}", e.toString());
            return new OperatedAlerts(at, "unreachable", List.of());
        }
    }

    private static int rank(Alert alert) {
        var known = SEVERITIES.indexOf(alert.severity());
        return known < 0 ? SEVERITIES.size() : known;
    }
}
