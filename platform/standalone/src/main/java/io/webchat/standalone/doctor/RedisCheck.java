package io.webchat.standalone.doctor;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether Redis makes room when it is full, keeps what its replicas would lose with it, and asks who is there. */
final class RedisCheck implements Check {
    private static final String CHECK = "redis";

    /** What a running one says of itself. */
    record Settings(long maxMemory, String evictionPolicy, boolean appends, boolean saves, int replicas) {}

    @Override
    public List<Finding> examine(Deployment deployment) {
        var given = deployment.setting("REDIS_URL");
        if (given.isEmpty()) {
            return List.of(
                    Finding.critical(CHECK, "REDIS_URL is not set.", "Name it, redis://host:6379.", Section.DEPLOY));
        }
        var url = parsed(given.get());
        if (url == null) {
            return List.of(Finding.critical(
                    CHECK,
                    "REDIS_URL is no redis:// or rediss:// address.",
                    "Name it, redis://host:6379.",
                    Section.DEPLOY));
        }
        var findings = new ArrayList<Finding>();
        if (Hosts.isElsewhere(url.getHost()) && (url.getRawUserInfo() == null || !"rediss".equals(url.getScheme()))) {
            findings.add(Finding.critical(
                    CHECK,
                    "REDIS_URL leads to another machine without "
                            + (url.getRawUserInfo() == null ? "a password" : "TLS") + ".",
                    "rediss://:password@host, or a network that nobody else is in.",
                    Section.HARDENING_CHECK_LIST));
        }
        if (!Hosts.isElsewhere(url.getHost()) && !hasPasswordOfTheContainer(deployment, url)) {
            findings.add(Finding.critical(
                    CHECK,
                    "REDIS_URL lacks REDIS_PASSWORD, or has another one: the services are not let in.",
                    "redis://:password@redis:6379, the password percent-encoded.",
                    Section.HARDENING_CHECK_LIST));
        } else if (!Hosts.isElsewhere(url.getHost()) && url.getRawUserInfo() == null) {
            findings.add(Finding.warning(
                    CHECK,
                    "REDIS_URL has no password: whoever reaches Redis reads who is online, and opens every limit.",
                    "REDIS_PASSWORD, and the same in REDIS_URL: redis://:password@redis:6379.",
                    Section.HARDENING_CHECK_LIST));
        } else if (url.getRawUserInfo() != null && url.getRawUserInfo().endsWith(":PASSWORD")) {
            findings.add(Finding.critical(
                    CHECK,
                    "REDIS_URL has the password of the example.",
                    "Put REDIS_PASSWORD there.",
                    Section.HARDENING_CHECK_LIST));
        }
        try (var redis = RedisConversation.with(url)) {
            findings.addAll(asKept(settingsOf(redis)));
        } catch (IOException e) {
            findings.add(Finding.notChecked(CHECK, "How Redis is set up: it cannot be asked from here."));
        }
        return findings;
    }

    private static boolean hasPasswordOfTheContainer(Deployment deployment, URI url) {
        var given = url.getRawUserInfo();
        return deployment
                .setting("REDIS_PASSWORD")
                .map(password -> given != null && UserInfo.hasPassword(given, password))
                .orElse(true);
    }

    static List<Finding> asKept(Settings settings) {
        var findings = new ArrayList<Finding>();
        if (settings.maxMemory() == 0) {
            findings.add(Finding.warning(
                    CHECK,
                    "Redis has no limit of memory (maxmemory): it grows until the system ends it.",
                    "maxmemory 384mb and maxmemory-policy allkeys-lru, as in platform/compose/compose.stores.yml.",
                    Section.DEPLOY));
        } else if (!settings.evictionPolicy().startsWith("allkeys-")) {
            findings.add(Finding.critical(
                    CHECK,
                    "A full Redis does not make room for everything (maxmemory-policy " + settings.evictionPolicy()
                            + "): caches and presence stop.",
                    "maxmemory-policy allkeys-lru: all that is in it can be made again.",
                    Section.DEPLOY));
        }
        if (settings.replicas() > 0 && !settings.appends() && !settings.saves()) {
            findings.add(Finding.warning(
                    CHECK,
                    "Redis has replicas and keeps nothing: when it starts again, empty, they become empty too.",
                    "appendonly yes, as in platform/compose/compose.ha.yml.",
                    Section.HIGH_AVAILABILITY));
        }
        return findings.isEmpty()
                ? List.of(
                        Finding.fine(CHECK, "Redis has a limit, makes room, and loses nothing that its replicas have."))
                : findings;
    }

    private static Settings settingsOf(RedisConversation redis) throws IOException {
        var replicas = redis.ask(List.of("INFO", "replication"))
                .getFirst()
                .lines()
                .filter(line -> line.startsWith("connected_slaves:"))
                .mapToInt(line ->
                        Integer.parseInt(line.substring(line.indexOf(':') + 1).strip()))
                .sum();
        return new Settings(
                Long.parseLong(redis.setting("maxmemory")),
                redis.setting("maxmemory-policy"),
                redis.setting("appendonly").equals("yes"),
                !redis.setting("save").isEmpty(),
                replicas);
    }

    private static @Nullable URI parsed(String text) {
        try {
            var url = URI.create(text);
            return url.getHost() != null && List.of("redis", "rediss").contains(url.getScheme()) ? url : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
