package io.webchat.standalone.supervisor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** {@code run/stack.json}: the state of a stack, written by its supervisor only; readers see it whole or not at all. */
public final class StackFile {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path file;

    public StackFile(DataDirectory data) {
        this.file = data.run().resolve("stack.json");
    }

    /** The last state written; empty if no supervisor has run since an orderly stop. */
    public Optional<StackState> read() {
        try {
            return Optional.of(JSON.readValue(Files.readString(file), StackState.class));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (JacksonException e) {
            // written by another version: as good as none
            return Optional.empty();
        }
    }

    /** The state of a stack whose supervisor runs. */
    public Optional<StackState> readRunning() {
        return read().filter(state -> state.supervisor().alive());
    }

    synchronized void write(StackState state) {
        var next = file.resolveSibling("stack.json.next");
        try {
            Files.writeString(next, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(state));
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    synchronized void delete() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
