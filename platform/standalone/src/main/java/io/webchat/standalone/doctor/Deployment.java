package io.webchat.standalone.doctor;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is looked at.
 *
 * @param name as people call it
 * @param settings the variables of its environment; a blank one counts as missing
 * @param settingsFile where they were read from; null if they are not in a file
 * @param directory that relative paths in the settings start from, and whose disk it uses
 * @param url of its gateway; null if it is not known
 * @param closedPorts that nobody outside of the machine, or of its networks, may reach
 */
public record Deployment(
        String name,
        Map<String, String> settings,
        @Nullable Path settingsFile,
        Path directory,
        @Nullable URI url,
        Set<Integer> closedPorts) {
    public Deployment {
        settings = Map.copyOf(settings);
        closedPorts = Set.copyOf(closedPorts);
    }

    Optional<String> setting(String variable) {
        return Optional.ofNullable(settings.get(variable)).map(String::strip).filter(value -> !value.isEmpty());
    }

    /** Whether every topic is kept three times, as the HA overlay has it. */
    boolean isHighlyAvailable() {
        return setting("WEBCHAT_REPLICATION_FACTOR").filter("3"::equals).isPresent();
    }
}
