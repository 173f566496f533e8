package io.webchat.projection.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.lucene.util.IOUtils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Where the index of this instance lies. Instances that share a machine, and so perhaps the directory that is
 * configured, differ in their port. Without one it is a temporary directory, which ends with the instance.
 */
@Component
class SearchDirectory {
    private static final Logger log = LoggerFactory.getLogger(SearchDirectory.class);

    private final Path path;
    private final boolean isTemporary;

    SearchDirectory(
            SearchProperties properties,
            @Value("${spring.application.name}") String service,
            @Value("${server.port}") int port) {
        isTemporary = properties.directory().isBlank();
        path = isTemporary ? temporary() : Path.of(properties.directory()).resolve(service + "-" + port);
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("webchat-search");
        } catch (IOException e) {
            throw new UncheckedIOException("no temporary directory for the search index", e);
        }
    }

    Path path() {
        return path;
    }

    /** Leaves nothing behind that nobody will read. */
    void close() {
        if (isTemporary) {
            try {
                IOUtils.rm(path);
            } catch (IOException e) {
                log.warn("cannot remove {}", path, e);
            }
        }
    }
}
