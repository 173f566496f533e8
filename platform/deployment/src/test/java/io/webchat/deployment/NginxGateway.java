package io.webchat.deployment;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assertions;

/** The gateway of production, run from the repository's files on free ports of the loopback address. */
final class NginxGateway implements AutoCloseable {
    private static final Pattern VERSION = Pattern.compile("nginx/1\\.(\\d+)\\.");

    /** The first that knows {@code http2 on}. */
    private static final int HTTP2_DIRECTIVE = 25;

    final int http = Sockets.freePort();
    final int https = Sockets.freePort();
    final int internal = Sockets.freePort();
    private final int lookup = Sockets.freePort();
    private final Path directory;
    private final Path config;
    private final Tool nginx;
    private final Map<String, String> environment = new HashMap<>();
    private Process process;

    /** @param directory empty, and the gateway's until it is closed */
    NginxGateway(Path directory) throws IOException {
        this.nginx = Tool.require("nginx");
        Tool.require("openssl");
        this.directory = directory;
        this.config = directory.resolve("nginx.conf");
        environment.put("PATH", nginx.path().getParent() + ":" + System.getenv("PATH"));
        environment.put("WEBCHAT_GATEWAY_SCRIPTS", source("").toString());
        environment.put("WEBCHAT_GATEWAY_RUN", directory.resolve("run").toString());
        environment.put("WEBCHAT_GATEWAY_CONFIG", config.toString());
        environment.put("WEBCHAT_GATEWAY_INTERVAL", "0.5");
        environment.put("WEBCHAT_GATEWAY_STATUS", "http://127.0.0.1:" + internal + "/status");
        environment.put("WEBCHAT_CERTIFICATES", directory.resolve("live").toString());
        copyConfiguration();
    }

    /**
     * A variable of its environment, after {@code WEBCHAT_}. A service's are its instances, {@code host:port},
     * separated by spaces: what the engine's name service says otherwise.
     */
    NginxGateway with(String variable, String value) {
        environment.put("WEBCHAT_" + variable, value);
        return this;
    }

    /** Changes its configuration, such as limits that are too far away for a test. */
    NginxGateway edited(UnaryOperator<String> edit) throws IOException {
        for (var file : Repository.files("platform/gateway", ".conf")) {
            var copy = directory.resolve(file.getFileName());
            Files.writeString(copy, edit.apply(Files.readString(copy)));
        }
        return this;
    }

    NginxGateway start() throws IOException {
        Files.createDirectories(directory.resolve("run"));
        process = Tool.require("sh").start(directory.resolve("log"), environment, source("start.sh"));
        await().until(() -> isListening() || !process.isAlive());
        if (!process.isAlive()) {
            Assertions.fail(log());
        }
        return this;
    }

    Tool.Result check() {
        return nginx.run("-t", "-q", "-c", config, "-e", directory.resolve("check.log"));
    }

    String log() throws IOException {
        return Files.readString(directory.resolve("log"));
    }

    @Override
    public void close() throws InterruptedException {
        if (process != null) {
            var children = process.children().toList();
            process.destroy();
            process.waitFor();
            children.forEach(NginxGateway::end);
        }
    }

    /** The shell that keeps it up to date may be writing into its directory. */
    private static void end(ProcessHandle shell) {
        var under = shell.descendants().toList();
        shell.destroy();
        under.forEach(ProcessHandle::destroy);
        under.forEach(process -> process.onExit().join());
        shell.onExit().join();
    }

    private boolean isListening() {
        try (var socket = new Socket("127.0.0.1", https)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    /** Ports and paths are other ones; a server older than the image's takes HTTP/2 as a property of the port. */
    private void copyConfiguration() throws IOException {
        Files.createDirectories(directory);
        for (var file : Repository.files("platform/gateway", ".conf")) {
            var text = Repository.text(file)
                    .replace("/run/webchat", directory.resolve("run").toString())
                    .replace("/var/www/acme", directory.resolve("acme").toString())
                    .replace("include mime.types", "include /etc/nginx/mime.types")
                    .replace("listen 8080", "listen 127.0.0.1:" + http)
                    .replace("listen [::]:8080", "listen [::1]:" + http)
                    .replace("listen [::]:8443 ssl", "listen [::1]:" + https + (isOld() ? " ssl http2" : " ssl"))
                    .replace("listen 8443 ssl", "listen 127.0.0.1:" + https + (isOld() ? " ssl http2" : " ssl"))
                    .replace("listen 8082", "listen 127.0.0.1:" + lookup)
                    .replace("listen 8081", "listen 127.0.0.1:" + internal)
                    .replace("worker_connections 16384", "worker_connections 512");
            Files.writeString(directory.resolve(file.getFileName()), isOld() ? text.replace("http2 on;", "") : text);
        }
        if (System.getProperty("user.name").equals("root")) {
            // Started by root, nginx would serve as somebody who may not enter the test's directory.
            Files.writeString(config, "user root;" + System.lineSeparator() + Files.readString(config));
        }
    }

    private boolean isOld() {
        var version = VERSION.matcher(nginx.run("-v").output());
        return !version.find() || Integer.parseInt(version.group(1)) < HTTP2_DIRECTIVE;
    }

    private static Path source(String file) {
        return Repository.ROOT.resolve("platform/gateway").resolve(file);
    }
}
