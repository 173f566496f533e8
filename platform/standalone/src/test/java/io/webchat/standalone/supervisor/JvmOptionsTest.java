package io.webchat.standalone.supervisor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JvmOptionsTest {
    @TempDir
    private Path folder;

    @Test
    void oneProcessOfAProgramLeavesACacheOfItsClassesFromWhichAllStart() throws IOException {
        var leaving = JvmOptions.classCache(folder, "app", true);
        assertThat(JvmOptions.leavesClassCache(leaving)).isTrue();
        assertThat(JvmOptions.classCache(folder, "app", false)).isEmpty();

        var cache = Path.of(leaving.getFirst().substring("-XX:AOTCacheOutput=".length()));
        assertThat(cache).hasParentRaw(folder);
        Files.createFile(cache);

        for (var leavesOne : new boolean[] {true, false}) {
            var starting = JvmOptions.classCache(folder, "app", leavesOne);
            assertThat(starting.getFirst()).isEqualTo("-XX:AOTCache=" + cache);
            assertThat(JvmOptions.leavesClassCache(starting)).isFalse();
        }
        assertThat(JvmOptions.leavesClassCache(JvmOptions.classCache(folder, "other", true)))
                .isTrue();
    }
}
