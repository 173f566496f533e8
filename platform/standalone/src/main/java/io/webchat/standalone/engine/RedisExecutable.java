package io.webchat.standalone.engine;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import redis.embedded.core.ExecutableProvider;

/**
 * Finds a Redis server to run: the system's, which is newer and patched, else the one that comes with embedded-redis.
 */
final class RedisExecutable {
    private static final String NAME = "redis-server";

    private RedisExecutable() {}

    static Path find() throws IOException {
        var system = onPath(System.getenv("PATH"));
        return system.isPresent() ? system.get() : fromJar();
    }

    static Optional<Path> onPath(String path) {
        return List.of(path.split(File.pathSeparator, -1)).stream()
                .filter(directory -> !directory.isBlank())
                .map(directory -> Path.of(directory, NAME))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Unpacks the server into a directory of this user's, once per process. */
    private static Path fromJar() throws IOException {
        var target = Files.createTempDirectory(
                "webchat-redis-", PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        target.toFile().deleteOnExit();
        var executable =
                ExecutableProvider.newJarResourceProvider(target.toFile()).get();
        executable.deleteOnExit();
        return executable.toPath();
    }
}
