package io.webchat.standalone.doctor;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Secrets that are missing, short, well known, or used twice. */
final class SecretsCheck implements Check {
    private static final String CHECK = "secrets";
    private static final Section SECTION = Section.HARDENING_CHECK_LIST;
    private static final Pattern WELL_KNOWN = Pattern.compile(
            "change.?(me|it|this)|replace.?me|your.?(jwt.?)?secret|jwt.?secret|secret.?key|placeholder|default|example|"
                    + "insecure|not.?secret|password|passw0rd|letmein|qwerty|admin|webchat|12345");

    /** @param bytes how many it must have at least */
    record Secret(String variable, int bytes, boolean isRequired, String remedy) {
        /** How many different characters; of a key as many as the services demand. */
        int distinct() {
            return bytes < 32 ? 6 : 10;
        }
    }

    static final List<Secret> OF_PRODUCTION = List.of(
            new Secret("JWT_SECRET", 32, true, "openssl rand -base64 48 makes one; it ends every session."),
            new Secret("GRAFANA_PASSWORD", 12, true, "Choose one that is used nowhere else."),
            new Secret("WEBCHAT_BACKUP_PASSPHRASE", 12, true, "openssl rand -base64 32 makes one; backups need it."),
            new Secret("MONGO_ROOT_PASSWORD", 12, false, "Choose one that is used nowhere else."),
            new Secret("MONGO_PASSWORD", 12, false, "Choose one that is used nowhere else, for MONGO_URI as well."),
            new Secret("MONGO_REPLICA_KEY", 32, false, "openssl rand -base64 48 makes one."),
            new Secret(
                    "KAFKA_SASL_PASSWORD", 12, false, "openssl rand -hex 24 makes one; the brokers have to know it."),
            new Secret("KAFKA_BROKER_PASSWORD", 12, false, "openssl rand -hex 24 makes one."),
            new Secret("REDIS_PASSWORD", 12, false, "openssl rand -hex 24 makes one, for REDIS_URL as well."));

    static final List<Secret> OF_THE_EMBEDDED_DEFAULT = OF_PRODUCTION.subList(0, 1);

    private final List<Secret> secrets;

    SecretsCheck(List<Secret> secrets) {
        this.secrets = secrets;
    }

    @Override
    public List<Finding> examine(Deployment deployment) {
        var findings = new ArrayList<Finding>();
        var seen = new HashMap<String, String>();
        for (var secret : secrets) {
            var value = deployment.setting(secret.variable());
            fault(secret, value)
                    .ifPresent(fault -> findings.add(
                            Finding.critical(CHECK, secret.variable() + " " + fault + ".", secret.remedy(), SECTION)));
            value.map(given -> seen.putIfAbsent(given, secret.variable()))
                    .ifPresent(other -> findings.add(Finding.critical(
                            CHECK,
                            secret.variable() + " is the same as " + other + ".",
                            "Give each its own: who learns one has both.",
                            SECTION)));
        }
        return findings.isEmpty()
                ? List.of(Finding.fine(CHECK, "Every secret is set, long enough, not well known and used once."))
                : findings;
    }

    private static Optional<String> fault(Secret secret, Optional<String> value) {
        if (value.isEmpty()) {
            return secret.isRequired() ? Optional.of("is not set") : Optional.empty();
        }
        var text = value.get();
        if (text.getBytes(StandardCharsets.UTF_8).length < secret.bytes()) {
            return Optional.of("is shorter than " + secret.bytes() + " bytes");
        }
        if (text.chars().distinct().count() < secret.distinct()) {
            return Optional.of("has hardly any different characters");
        }
        return WELL_KNOWN.matcher(text.toLowerCase(Locale.ROOT)).find()
                ? Optional.of("contains a well-known word, as examples do")
                : Optional.empty();
    }
}
