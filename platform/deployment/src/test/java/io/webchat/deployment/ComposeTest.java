package io.webchat.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ComposeTest {
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z_]+)");
    private static final Pattern EXAMPLE = Pattern.compile("(?m)^([A-Z_]+)=");

    /** Started by hand, or once. */
    private static final Set<String> NO_HEALTH_CHECK = Set.of("certbot", "mongo-replica-set");

    private static final List<String> OWN_IMAGES =
            List.of("auth-service", "command-service", "projection-service", "push-service", "frontend", "gateway");

    @TempDir
    private Path directory;

    @Test
    void everything_that_an_operator_needs_is_there() {
        assertThat(services())
                .containsKeys(
                        "kafka",
                        "mongo",
                        "redis",
                        "auth-service",
                        "command-service",
                        "projection-service",
                        "push-service",
                        "frontend",
                        "gateway",
                        "prometheus",
                        "alertmanager",
                        "grafana",
                        "loki",
                        "alloy");
    }

    @ParameterizedTest
    @CsvSource({
        "auth-service,       512m, 0.5",
        "command-service,    1g,   1",
        "projection-service, 1g,   1",
        "push-service,       1g,   1",
        "mongo,              2g,   1",
        "redis,              512m, 0.5",
        "frontend,           512m, 0.5",
    })
    void resources_are_limited(String service, String memory, String cpus) {
        assertThat(limits(services().get(service)))
                .containsEntry("memory", memory)
                .containsEntry("cpus", cpus);
    }

    @Test
    void every_container_is_limited_hardened_and_checked() {
        var all = new LinkedHashMap<>(services());
        all.put("tempo", tempo());
        all.forEach((name, service) -> {
            assertThat(service).as(name).containsEntry("read_only", true).containsEntry("cap_drop", List.of("ALL"));
            assertThat(service.get("security_opt")).as(name).isEqualTo(List.of("no-new-privileges:true"));
            assertThat(Repository.map(Repository.map(service.get("logging")).get("options")))
                    .as(name + " does not fill the disk with its log")
                    .containsKeys("max-size", "max-file");
            if (!NO_HEALTH_CHECK.contains(name)) {
                assertThat(limits(service)).as(name).containsKeys("memory", "cpus");
                assertThat(service.containsKey("healthcheck") || OWN_IMAGES.contains(name))
                        .as(name + " has a health check")
                        .isTrue();
            }
        });
    }

    @Test
    void only_the_gateway_and_grafana_have_ports_and_grafana_on_the_loopback_address() {
        var ports = new LinkedHashMap<String, Object>();
        services().forEach((name, service) -> {
            if (service.containsKey("ports")) {
                ports.put(name, service.get("ports"));
            }
        });
        assertThat(ports).containsOnlyKeys("gateway", "grafana");
        assertThat(ports.get("grafana").toString()).startsWith("[127.0.0.1:");
    }

    /** Into a network without IPv6 the engine lets everybody who comes by it in under one address. */
    @Test
    void the_gateway_is_reached_by_ipv6_only_where_its_network_has_it() {
        assertThat((List<?>) services().get("gateway").get("ports"))
                .allSatisfy(port -> assertThat(port.toString()).startsWith("${WEBCHAT_ADDRESS:-0.0.0.0}:"));

        var overlay = Repository.yaml(Repository.ROOT.resolve("platform/compose/compose.ipv6.yml"));
        assertThat(Repository.map(Repository.map(overlay.get("networks")).get("edge")))
                .containsEntry("enable_ipv6", true);
        var gateway = Repository.map(Repository.map(overlay.get("services")).get("gateway"));
        assertThat((List<?>) gateway.get("ports"))
                .hasSize(2)
                .allSatisfy(port -> assertThat(port.toString()).startsWith("[::]:"));
    }

    @Test
    void whatever_is_built_can_use_the_network_of_the_host_and_is_kept_up_to_date() {
        var built = new TreeMap<String, String>();
        composeFiles()
                .filter(file -> !file.endsWith("compose.build-host-network.yml"))
                .forEach(file -> Repository.map(Repository.yaml(file).get("services"))
                        .forEach((name, service) -> {
                            if (Repository.map(service).containsKey("build")) {
                                built.put(
                                        name,
                                        directoryOfDockerfile(Repository.map(
                                                Repository.map(service).get("build"))));
                            }
                        }));
        var onTheHost = Repository.map(
                Repository.yaml(Repository.ROOT.resolve("platform/compose/compose.build-host-network.yml"))
                        .get("services"));
        assertThat(onTheHost.keySet()).isEqualTo(built.keySet());

        var updates = Repository.maps(Repository.yaml(Repository.ROOT.resolve(".github/dependabot.yml"))
                .get("updates"));
        var docker = updates.stream()
                .filter(update -> "docker".equals(update.get("package-ecosystem")))
                .findFirst()
                .orElseThrow();
        assertThat(docker.get("directories")).asInstanceOf(LIST).hasSameElementsAs(built.values());
    }

    /** It reads files by their names, and says nothing of those that it does not read. */
    @Test
    void dependabot_reads_every_file_that_names_an_image() {
        var updates = Repository.maps(Repository.yaml(Repository.ROOT.resolve(".github/dependabot.yml"))
                .get("updates"));
        assertThat(updates)
                .anySatisfy(update -> assertThat(update)
                        .containsEntry("package-ecosystem", "docker-compose")
                        .containsEntry("directory", "/platform/compose"));
        assertThat(composeFiles())
                .hasSizeGreaterThan(5)
                .allSatisfy(file ->
                        assertThat(file.getFileName().toString()).matches("(docker-)?compose(\\.[\\w-]+)?\\.ya?ml"));
    }

    private static String directoryOfDockerfile(Map<String, Object> build) {
        var file = Path.of("/", build.get("context").toString())
                .resolve(build.getOrDefault("dockerfile", "Dockerfile").toString());
        assertThat(Repository.ROOT.resolve(Path.of("/").relativize(file.normalize())))
                .exists();
        return file.normalize().getParent().toString();
    }

    @Test
    void only_the_services_reach_the_stores() {
        assertThat(attachedTo("stores"))
                .containsExactlyInAnyOrder(
                        "kafka",
                        "mongo",
                        "redis",
                        "auth-service",
                        "command-service",
                        "projection-service",
                        "push-service");
        assertThat(attachedTo("backend")).doesNotContain("kafka", "mongo", "redis");
    }

    @Test
    void no_image_floats() {
        assertThat(tempo().get("image").toString()).matches(".+:\\d.*");
        services().forEach((name, service) -> {
            if (!OWN_IMAGES.contains(name)) {
                assertThat(service.get("image").toString()).as(name).matches(".+:v?\\d.*");
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"Dockerfile", "frontend/Dockerfile", "platform/gateway/Dockerfile"})
    void images_run_as_somebody_check_themselves_and_say_what_they_are(String file) {
        var last = Repository.text(Repository.ROOT.resolve(file)).replaceFirst("(?s).*\nFROM ", "FROM ");
        assertThat(last)
                .containsPattern("(?m)^USER (10001:10001|node|101:101)$")
                .contains("HEALTHCHECK", "ENTRYPOINT", "VERSION", "REVISION")
                .contains("org.opencontainers.image.title", "org.opencontainers.image.revision")
                .doesNotContain("maven", "npm ci", "apt-get");
    }

    /** It runs to its end, so it has no health to check. */
    @Test
    void the_image_of_backups_is_layered_runs_as_somebody_and_says_what_it_is() {
        var last = Repository.text(Repository.ROOT.resolve("platform/compose/backup.Dockerfile"))
                .replaceFirst("(?s).*\nFROM ", "FROM ");
        assertThat(last)
                .containsSubsequence("/layers/dependencies/", "/layers/application/", "USER 10001:10001", "ENTRYPOINT")
                .contains("VERSION", "REVISION", "org.opencontainers.image.title", "org.opencontainers.image.revision")
                .doesNotContain("maven", "apt-get");
    }

    @Test
    void the_example_names_every_variable_and_no_other() {
        assertThat(names(EXAMPLE, Repository.text(Repository.ROOT.resolve(".env.example"))))
                .isEqualTo(names(VARIABLE, composeFiles().map(Repository::text).collect(Collectors.joining())));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "JWT_SECRET",
                "MONGO_URI",
                "MONGO_DATABASE",
                "REDIS_URL",
                "KAFKA_BOOTSTRAP_SERVERS",
                "GRAFANA_PASSWORD",
                "SLACK_WEBHOOK_URL",
                "WEBHOOK_URL",
                "ALERT_EMAIL",
                "SMTP_URL",
                "CORS_ALLOWED_ORIGINS",
                "NEXT_PUBLIC_API_URL",
                "NEXT_PUBLIC_AUTH_URL",
                "NEXT_PUBLIC_WS_URL",
                "NEXT_PUBLIC_SENTRY_DSN",
                "WEBCHAT_HOST",
                "WEBCHAT_BACKUP_PASSPHRASE"
            })
    void a_required_variable_that_is_missing_is_refused_with_an_explanation(String variable) {
        var files = composeFiles().map(Repository::text).collect(Collectors.joining());
        assertThat(files).containsPattern("\\$\\{" + variable + ":?\\?[^}]{10,}}");
        assertThat(files).doesNotContainPattern("\\$\\{" + variable + "(:?-|})");
    }

    @Test
    void compose_takes_the_files_with_the_example_filled_in_and_not_without() throws Exception {
        var docker = Tool.require("docker");
        if (docker.run("compose", "version").exitCode() != 0) {
            Tool.require("docker with the compose plugin");
        }
        var filled = Repository.text(Repository.ROOT.resolve(".env.example")).replaceAll("(?m)^([A-Z_]+)=$", "$1=x");
        var environment = Files.writeString(directory.resolve("env"), filled);
        var main = Repository.ROOT.resolve("docker-compose.yml");
        var overlay = Repository.ROOT.resolve("platform/compose/compose.ha.yml");

        docker.run("compose", "--env-file", environment, "-f", main, "config", "-q")
                .succeeds();
        docker.run("compose", "--env-file", environment, "-f", main, "-f", overlay, "config", "-q")
                .succeeds();
        var ipv6 = Repository.ROOT.resolve("platform/compose/compose.ipv6.yml");
        var reachable = docker.run("compose", "--env-file", environment, "-f", main, "-f", ipv6, "config");
        reachable.succeeds();
        assertThat(reachable.output()).contains("host_ip: 0.0.0.0", "host_ip: '::'", "enable_ipv6: true");
        var tracing = Repository.ROOT.resolve("platform/compose/compose.tracing.yml");
        var withTempo = Files.writeString(
                directory.resolve("traced"),
                filled.replace("OTEL_EXPORTER_OTLP_ENDPOINT=x", "OTEL_EXPORTER_OTLP_ENDPOINT="));
        var merged = docker.run("compose", "--env-file", withTempo, "-f", main, "-f", overlay, "-f", tracing, "config");
        merged.succeeds();
        assertThat(merged.output()
                        .lines()
                        // Of a service: some versions of Compose print extensions too.
                        .filter("      OTEL_EXPORTER_OTLP_ENDPOINT: http://tempo:4318"::equals))
                .as("the services of the overlay")
                .hasSize(4);
        var backup = Repository.ROOT.resolve("platform/compose/compose.backup.yml");
        docker.run(
                        "compose",
                        "--env-file",
                        environment,
                        "-f",
                        main,
                        "-f",
                        backup,
                        "--profile",
                        "backup",
                        "config",
                        "-q")
                .succeeds();
        var without = docker.run(
                "compose",
                "--env-file",
                Files.writeString(directory.resolve("none"), filled.replaceAll("(?m)^JWT_SECRET=.*$", "")),
                "-f",
                main,
                "config",
                "-q");
        assertThat(without.exitCode()).isNotZero();
        assertThat(without.output()).contains("JWT_SECRET", "signs access tokens");
    }

    private static Map<String, Object> tempo() {
        var services = Repository.map(Repository.yaml(Repository.ROOT.resolve("platform/compose/compose.tracing.yml"))
                .get("services"));
        return Repository.map(services.get("tempo"));
    }

    private static Map<String, Map<String, Object>> services() {
        var result = new LinkedHashMap<String, Map<String, Object>>();
        Repository.maps(Repository.yaml(Repository.ROOT.resolve("docker-compose.yml"))
                        .get("include"))
                .forEach(include -> Repository.map(
                                Repository.yaml(Repository.ROOT.resolve((String) include.get("path")))
                                        .get("services"))
                        .forEach((name, service) -> result.put(name, Repository.map(service))));
        return result;
    }

    private static List<String> attachedTo(String network) {
        return services().entrySet().stream()
                .filter(service -> ((List<?>) service.getValue().get("networks")).contains(network))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static Map<String, Object> limits(Map<String, Object> service) {
        var deploy = Repository.map(service.get("deploy"));
        return Repository.map(Repository.map(deploy.get("resources")).get("limits"));
    }

    private static Stream<Path> composeFiles() {
        return Repository.files("platform/compose", ".yml").stream();
    }

    private static Set<String> names(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
