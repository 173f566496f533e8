package io.webchat.standalone.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Settings that are missing or still those of {@code .env.example}, and protections that are switched off. */
final class SettingsCheck implements Check {
    private static final String CHECK = "settings";

    /** What Compose refuses to start without; those that another check looks at are left to it. */
    private static final List<String> REQUIRED = List.of("WEBCHAT_HOST", "CORS_ALLOWED_ORIGINS", "MONGO_DATABASE");

    @Override
    public List<Finding> examine(Deployment deployment) {
        var findings = new ArrayList<Finding>();
        for (var variable : REQUIRED) {
            if (deployment.setting(variable).isEmpty()) {
                findings.add(Finding.critical(
                        CHECK, variable + " is not set.", ".env.example says what it is for.", Section.DEPLOY));
            }
        }
        var sorted = new TreeMap<>(deployment.settings());
        sorted.entrySet().stream()
                .filter(setting -> setting.getValue().contains("example.org"))
                .map(Map.Entry::getKey)
                .forEach(variable -> findings.add(Finding.critical(
                        CHECK,
                        variable + " is still that of the example.",
                        "Put your own name there.",
                        Section.DEPLOY)));
        deployment
                .setting("WEBCHAT_RATE_LIMITS")
                .filter("false"::equals)
                .ifPresent(off -> findings.add(Finding.warning(
                        CHECK,
                        "The services limit nobody (WEBCHAT_RATE_LIMITS=false): passwords can be guessed as fast as they"
                                + " can be checked.",
                        "Remove it, or raise the limits that somebody meets.",
                        Section.GATEWAY)));
        return findings.isEmpty()
                ? List.of(Finding.fine(CHECK, "Nothing that is needed is missing or still that of the example."))
                : findings;
    }
}
