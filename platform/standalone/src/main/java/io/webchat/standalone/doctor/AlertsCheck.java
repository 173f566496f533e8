package io.webchat.standalone.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Whether an alert reaches somebody. Whether they read it is for a test alert to find out. */
final class AlertsCheck implements Check {
    private static final String CHECK = "alerts";
    private static final Section SECTION = Section.WATCH;
    private static final List<Map.Entry<String, String>> RECEIVERS = List.of(
            Map.entry("ALERT_EMAIL", ".+@.+"),
            Map.entry("SMTP_URL", "smtp(\\+insecure)?://.+"),
            Map.entry("SLACK_WEBHOOK_URL", "https://.+"),
            Map.entry("WEBHOOK_URL", "https?://.+"));

    @Override
    public List<Finding> examine(Deployment deployment) {
        var findings = new ArrayList<Finding>();
        for (var receiver : RECEIVERS) {
            var variable = receiver.getKey();
            var value = deployment.setting(variable);
            if (value.isEmpty() || !value.get().matches(receiver.getValue())) {
                findings.add(Finding.critical(
                        CHECK,
                        variable + (value.isEmpty() ? " is not set" : " is no address that an alert can go to")
                                + ": alerts do not arrive that way.",
                        ".env.example says what it looks like; then send yourself a test alert.",
                        SECTION));
            }
        }
        deployment
                .setting("SMTP_URL")
                .filter(url -> url.startsWith("smtp+insecure:"))
                .ifPresent(insecure -> findings.add(Finding.warning(
                        CHECK,
                        "SMTP_URL sends mail, and its password, without TLS.",
                        "Use smtp:// with a server that speaks STARTTLS.",
                        SECTION)));
        return findings.isEmpty()
                ? List.of(Finding.fine(CHECK, "Alerts go by e-mail, to Slack and to the webhook."))
                : findings;
    }
}
