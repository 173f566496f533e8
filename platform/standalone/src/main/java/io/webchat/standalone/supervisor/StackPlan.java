package io.webchat.standalone.supervisor;

import io.webchat.log.KafkaConnection;
import io.webchat.standalone.engine.EmbeddedRedis;
import io.webchat.standalone.engine.EngineProcess;
import io.webchat.standalone.gateway.Upstreams;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The processes of a stack and how they find each other. Engines that the environment names are not started. */
final class StackPlan {
    private static final String KAFKA = "KAFKA_BOOTSTRAP_SERVERS";
    private static final String MONGO = "MONGO_URI";
    private static final String PROJECTION = "PROJECTION_SERVICE_URL";
    private static final String REDIS = "REDIS_URL";
    private static final String VAPID_PRIVATE = "WEB_PUSH_VAPID_PRIVATE_KEY";
    private static final String VAPID_PUBLIC = "WEB_PUSH_VAPID_PUBLIC_KEY";
    private static final String VAPID_SUBJECT = "WEB_PUSH_VAPID_SUBJECT";
    private static final String SNAPSHOTS = "WEBCHAT_SNAPSHOT_DIRECTORY";
    private static final String SEARCH = "WEBCHAT_SEARCH_DIRECTORY";
    private static final String CLASS_CACHES = "WEBCHAT_CLASS_CACHES";

    /** Ample: a service ends within a second or two. */
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(30);

    /** With a cache of its classes, which all services write at the same time. */
    private static final Duration FIRST_STOP_TIMEOUT = Duration.ofSeconds(150);

    private final StackOptions options;
    private final DataDirectory data;
    private final Programs programs;
    private final Map<String, String> environment;

    StackPlan(StackOptions options, Programs programs, Map<String, String> environment) {
        this.options = options;
        this.data = new DataDirectory(options.data());
        this.programs = programs;
        this.environment = environment;
    }

    List<ProcessSpec> processes() throws IOException {
        var result = new ArrayList<ProcessSpec>();
        if (!given(KAFKA)) {
            result.add(kafka());
        }
        if (!given(MONGO)) {
            result.add(mongo());
        }
        if (!given(REDIS)) {
            result.add(redis());
        }
        var shared = serviceEnvironment();
        for (var kind : ServiceKind.values()) {
            for (var instance = 1; instance <= options.instances().of(kind); instance++) {
                result.add(service(kind, instance, shared));
            }
        }
        result.add(web());
        return result;
    }

    Upstreams upstreams() {
        return new Upstreams(
                addresses(ServiceKind.AUTH),
                addresses(ServiceKind.COMMAND),
                addresses(ServiceKind.PROJECTION),
                addresses(ServiceKind.PUSH),
                List.of(address(options.ports().webApp())));
    }

    private List<URI> addresses(ServiceKind kind) {
        return IntStream.rangeClosed(1, options.instances().of(kind))
                .mapToObj(instance -> address(options.ports().service(kind, instance)))
                .toList();
    }

    private static URI address(int port) {
        return URI.create("http://127.0.0.1:" + port);
    }

    private ProcessSpec kafka() {
        var ports = options.ports();
        var health = new HealthCheck.KafkaAnswers(ports.kafka());
        return engine("kafka", List.of(ports.kafka(), ports.kafkaController()), "512m", data.kafka(), health);
    }

    private ProcessSpec mongo() {
        var port = options.ports().mongo();
        return engine("mongo", List.of(port), "256m", data.mongo(), new HealthCheck.Listening(port));
    }

    private ProcessSpec redis() throws IOException {
        var port = options.ports().redis();
        return new ProcessSpec(
                "redis",
                ProcessSpec.ENGINES,
                List.of(port),
                EmbeddedRedis.command(data.redis(), port),
                Map.of(),
                data.root(),
                new HealthCheck.RedisPing(port),
                null,
                STOP_TIMEOUT);
    }

    private ProcessSpec engine(String name, List<Integer> ports, String heap, Path directory, HealthCheck health) {
        var cache = ClassCache.of(programs.apps().resolve("standalone"), name, writesClassCaches());
        var command = new ArrayList<>(JvmOptions.java(programs.java(), heap, environment));
        command.add("-Dlogback.configurationFile=engine-logback.xml");
        command.addAll(List.of("-cp", programs.classPath(), EngineProcess.class.getName(), name, directory.toString()));
        ports.forEach(port -> command.add(port.toString()));
        return new ProcessSpec(
                name, ProcessSpec.ENGINES, ports, command, Map.of(), data.root(), health, cache, stopTimeout(cache));
    }

    private ProcessSpec service(ServiceKind kind, int instance, Map<String, String> shared) {
        var ports = options.ports();
        var port = ports.service(kind, instance);
        var management = ports.management(kind, instance);
        var settings = new LinkedHashMap<>(shared);
        settings.put("SERVER_PORT", Integer.toString(port));
        settings.put("SERVER_ADDRESS", "127.0.0.1");
        settings.put("MANAGEMENT_SERVER_PORT", Integer.toString(management));
        settings.put("MANAGEMENT_SERVER_ADDRESS", "127.0.0.1");
        var app = programs.apps().resolve(kind.module());
        var cache = ClassCache.of(app, "app", instance == 1 && writesClassCaches());
        var command = new ArrayList<>(JvmOptions.java(programs.java(), "256m", environment));
        command.addAll(List.of("-jar", app.resolve("app.jar").toString()));
        return new ProcessSpec(
                kind.word() + "-" + instance,
                ProcessSpec.SERVICES,
                List.of(port, management),
                command,
                settings,
                data.root(),
                new HealthCheck.HttpOk(management, "/actuator/health/readiness"),
                cache,
                stopTimeout(cache));
    }

    /** Unless it is not to be started often enough for that to be worth its while. */
    private boolean writesClassCaches() {
        var wanted = givenOr(CLASS_CACHES, "on");
        return switch (wanted) {
            case "on" -> true;
            case "off" -> false;
            default -> throw new StartRefused(CLASS_CACHES + ": \"" + wanted + "\" (expected: on or off)");
        };
    }

    private static Duration stopTimeout(ClassCache cache) {
        return cache.isWritten() ? FIRST_STOP_TIMEOUT : STOP_TIMEOUT;
    }

    private ProcessSpec web() {
        var port = options.ports().webApp();
        return new ProcessSpec(
                "web",
                ProcessSpec.SERVICES,
                List.of(port),
                List.of(
                        programs.node().toString(),
                        programs.web().resolve("server.js").toString()),
                // Node would close connections after five seconds, which is sooner than whoever keeps them for the next
                // request.
                Map.of(
                        "PORT", Integer.toString(port),
                        "HOSTNAME", "127.0.0.1",
                        "NODE_ENV", "production",
                        "KEEP_ALIVE_TIMEOUT", "75000"),
                programs.web(),
                new HealthCheck.HttpOk(port, "/healthz"),
                null,
                STOP_TIMEOUT);
    }

    private Map<String, String> serviceEnvironment() throws IOException {
        var ports = options.ports();
        var result = new LinkedHashMap<String, String>();
        result.put(KAFKA, givenOr(KAFKA, "127.0.0.1:" + ports.kafka()));
        result.put(MONGO, givenOr(MONGO, "mongodb://127.0.0.1:" + ports.mongo()));
        result.put("MONGO_DATABASE", givenOr("MONGO_DATABASE", "webchat"));
        result.put(REDIS, givenOr(REDIS, "redis://127.0.0.1:" + ports.redis()));
        if (!given(KAFKA)) {
            result.put("WEBCHAT_REPLICATION_FACTOR", "1");
            // They are of brokers that are not used here: the embedded one asks nobody who they are.
            KafkaConnection.VARIABLES.forEach(variable -> result.put(variable, ""));
        }
        result.put("JWT_SECRET", given("JWT_SECRET") ? environment.get("JWT_SECRET") : data.jwtSecret());
        result.putAll(webPush());
        result.put(SNAPSHOTS, givenOr(SNAPSHOTS, data.snapshots().toString()));
        result.put(SEARCH, givenOr(SEARCH, data.search().toString()));
        // The gateway balances the load between the instances, and passes over one that is gone.
        result.put(PROJECTION, givenOr(PROJECTION, address(ports.web()).toString()));
        result.put(
                "CORS_ALLOWED_ORIGINS",
                givenOr(
                        "CORS_ALLOWED_ORIGINS",
                        "http://localhost:" + ports.web() + ",http://127.0.0.1:" + ports.web()));
        return result;
    }

    /** Those of the environment, all three, or else a pair of this directory's own. */
    private Map<String, String> webPush() throws IOException {
        if (given(VAPID_PRIVATE) || given(VAPID_PUBLIC)) {
            return Map.of(
                    VAPID_PRIVATE, givenOr(VAPID_PRIVATE, ""),
                    VAPID_PUBLIC, givenOr(VAPID_PUBLIC, ""),
                    VAPID_SUBJECT, givenOr(VAPID_SUBJECT, ""));
        }
        var keys = data.vapidKeys();
        return Map.of(
                VAPID_PRIVATE, keys.getFirst(),
                VAPID_PUBLIC, keys.getLast(),
                VAPID_SUBJECT, givenOr(VAPID_SUBJECT, "mailto:webchat@example.com"));
    }

    /** Set but blank means not set, everywhere. */
    private String givenOr(String variable, String otherwise) {
        var value = environment.get(variable);
        return value == null || value.isBlank() ? otherwise : value;
    }

    private boolean given(String variable) {
        return !givenOr(variable, "").isBlank();
    }
}
