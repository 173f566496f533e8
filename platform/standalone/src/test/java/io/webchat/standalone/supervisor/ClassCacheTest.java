package io.webchat.standalone.supervisor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassCacheTest {
    private static final String WRITES = "-XX:AOTCacheOutput=";

    @TempDir
    private Path folder;

    @Test
    void oneProcessOfAProgramWritesItAndAllStartFromItOnceItIsWhole() throws IOException {
        var cache = ClassCache.of(folder, "app", true);
        var draft = Path.of(cache.options().getFirst().substring(WRITES.length()));
        assertThat(cache.options().getFirst()).startsWith(WRITES);
        assertThat(ClassCache.of(folder, "app", false).options()).isEmpty();

        Files.writeString(draft, "classes");
        assertThat(ClassCache.of(folder, "app", false).options()).isEmpty();
        cache.keep();

        assertThat(draft).doesNotExist();
        assertThat(cache.file()).hasContent("classes");
        for (var mayBeWritten : new boolean[] {true, false}) {
            var next = ClassCache.of(folder, "app", mayBeWritten);
            assertThat(next.options()).contains("-XX:AOTCache=" + cache.file());
            next.keep();
        }
        assertThat(cache.file()).hasContent("classes");
        assertThat(ClassCache.of(folder, "other", true).isWritten()).isTrue();
    }

    @Test
    void whatWasNotWrittenIsNotKept() throws IOException {
        var cache = ClassCache.of(folder, "app", true);
        cache.keep();
        assertThat(cache.file()).doesNotExist();
    }
}
