package io.webchat.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlertmanagerConfigTest {
    static final Map<String, String> ENVIRONMENT = Map.of(
            "SMTP_URL", "smtp://us%40er:p%27w%25%3A@mail.example.org",
            "ALERT_EMAIL", "operators@example.org",
            "ALERT_FROM", "",
            "WEBCHAT_HOST", "chat.example.org",
            "SLACK_WEBHOOK_URL", "https://hooks.slack.com/services/T0/B0/x",
            "WEBHOOK_URL", "https://operators.example.org/alerts?a=1&b='2'");

    @TempDir
    private Path directory;

    @Test
    void is_valid_with_the_values_of_the_environment() throws IOException {
        Tool.require("amtool").run("check-config", rendered(ENVIRONMENT)).succeeds();
    }

    @Test
    void takes_the_mail_server_apart() throws IOException {
        var global = Repository.map(Repository.yaml(rendered(ENVIRONMENT)).get("global"));

        assertThat(global)
                .containsEntry("smtp_smarthost", "mail.example.org:587")
                .containsEntry("smtp_auth_username", "us@er")
                .containsEntry("smtp_auth_password", "p'w%:")
                .containsEntry("smtp_from", "alertmanager@chat.example.org")
                .containsEntry("smtp_require_tls", true);
    }

    @Test
    void goes_without_tls_and_login_only_if_told_to() throws IOException {
        var local = with("SMTP_URL", "smtp+insecure://127.0.0.1:2525");
        var global = Repository.map(Repository.yaml(rendered(local)).get("global"));

        assertThat(global)
                .containsEntry("smtp_smarthost", "127.0.0.1:2525")
                .containsEntry("smtp_auth_username", "")
                .containsEntry("smtp_require_tls", false);
    }

    @Test
    void another_kind_of_mail_server_is_refused() {
        var result = render(with("SMTP_URL", "mail.example.org:25"));

        assertThat(result.exitCode()).isNotZero();
        assertThat(result.output()).contains("SMTP_URL: expected smtp://");
    }

    @ParameterizedTest
    @CsvSource({
        "critical, 'webhook,slack-critical,email'",
        "warning,  'webhook,slack,email'",
    })
    void everybody_hears_of_everything(String severity, String receivers) throws IOException {
        var routes = Tool.require("amtool")
                .run("config", "routes", "test", "--config.file=" + rendered(ENVIRONMENT), "severity=" + severity)
                .succeeds();

        assertThat(routes.output().trim()).endsWith(receivers);
    }

    @Test
    void only_critical_alerts_call_who_is_here() throws IOException {
        var receivers = Repository.maps(Repository.yaml(rendered(ENVIRONMENT)).get("receivers"));
        for (var receiver : receivers) {
            for (var slack : Repository.maps(receiver.get("slack_configs"))) {
                assertThat(slack).containsEntry("channel", "#webchat-alerts");
                assertThat(slack.get("text").toString().contains("<!here>"))
                        .isEqualTo(receiver.get("name").equals("slack-critical"));
            }
        }
    }

    @Test
    void names_alerts_that_exist() throws IOException {
        var names = AlertRules.alerts().stream().map(AlertRules.Alert::name).toList();
        for (var rule : Repository.maps(Repository.yaml(rendered(ENVIRONMENT)).get("inhibit_rules"))) {
            for (var matchers : List.of("source_matchers", "target_matchers")) {
                var pattern = rule.get(matchers).toString().replaceAll(".*alertname=~?\"([^\"]+)\".*", "$1");
                for (var name : pattern.split("\\|", -1)) {
                    assertThat(names).anyMatch(alert -> alert.matches(name));
                }
            }
        }
    }

    private Path rendered(Map<String, String> environment) throws IOException {
        var file = directory.resolve("alertmanager.yml");
        return Files.writeString(file, render(environment).succeeds().output());
    }

    static Tool.Result render(Map<String, String> environment) {
        return Tool.require("sh").run(environment, Repository.MONITORING.resolve("alertmanager/start.sh"), "render");
    }

    private static Map<String, String> with(String variable, String value) {
        var result = new HashMap<>(ENVIRONMENT);
        result.put(variable, value);
        return result;
    }
}
