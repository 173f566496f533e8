package io.webchat.standalone.cli;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the passphrase of a backup is; without one, the environment may have it. */
final class PassphraseFile {
    @Option(names = "--passphrase-file", paramLabel = "FILE")
    private @Nullable Path file;

    List<String> arguments() {
        return file == null ? List.of() : List.of("--passphrase-file", file.toString());
    }
}
