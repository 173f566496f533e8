package io.webchat.standalone.doctor;

import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** A production with nothing to find fault with, as far as its settings go, and changes of it. */
final class Deployments {
    private static final Map<String, String> SOUND = Map.ofEntries(
            Map.entry("WEBCHAT_HOST", "chat.rockets.test"),
            Map.entry("CORS_ALLOWED_ORIGINS", "https://chat.rockets.test"),
            Map.entry("JWT_SECRET", "kQ8vX1nZt4Wm7RbYc2HsLf9DgEoJpUaT6iVx3Bq5Ny0="),
            Map.entry("GRAFANA_PASSWORD", "fluffy-orbit-lantern-77"),
            Map.entry("WEBCHAT_BACKUP_PASSPHRASE", "uR4kT9wEzX2mQ7pLs1Vb"),
            Map.entry("KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:1"),
            Map.entry("KAFKA_SECURITY_PROTOCOL", "SASL_PLAINTEXT"),
            Map.entry("KAFKA_SASL_USERNAME", "rockets"),
            Map.entry("KAFKA_SASL_PASSWORD", "nR7kW2pXq9LsT4vB"),
            Map.entry("WEBCHAT_REPLICATION_FACTOR", "3"),
            Map.entry("MONGO_URI", "mongodb://webchat:vT3xq9@mongo:27017,mongo-2:27017/?replicaSet=webchat&w=majority"),
            Map.entry("MONGO_DATABASE", "webchat"),
            Map.entry("REDIS_URL", "redis://127.0.0.1:1"),
            Map.entry("ALERT_EMAIL", "ops@rockets.test"),
            Map.entry("SMTP_URL", "smtp://mailer:secret@mail.rockets.test:587"),
            Map.entry("SLACK_WEBHOOK_URL", "https://hooks.rockets.test/T/B"),
            Map.entry("WEBHOOK_URL", "http://pager.rockets.test/alerts"),
            Map.entry("WEBCHAT_VERSION", "1.4.2"));

    private Deployments() {}

    static Deployment sound() {
        return with(Map.of());
    }

    /** The sound one with one setting changed; blank for none. */
    static Deployment with(String variable, String value) {
        return with(Map.of(variable, value));
    }

    static Deployment with(Map<String, String> changes) {
        var settings = new HashMap<>(SOUND);
        settings.putAll(changes);
        return new Deployment(".env", settings, null, Path.of("target"), null, Set.of());
    }

    static Deployment in(Path directory) {
        return new Deployment(".env", SOUND, null, directory, null, Set.of());
    }

    static Deployment at(String url, Integer... closedPorts) {
        return new Deployment(".env", SOUND, null, Path.of("target"), URI.create(url), Set.of(closedPorts));
    }
}
