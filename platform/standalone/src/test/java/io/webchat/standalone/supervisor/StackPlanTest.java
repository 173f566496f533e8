package io.webchat.standalone.supervisor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StackPlanTest {
    @TempDir
    private Path dir;

    @Test
    void theFirstInstanceOfEachProgramWritesAClassCacheUnlessNoneAreWanted() throws IOException {
        var all = List.of("kafka", "mongo", "auth-1", "command-1", "projection-1", "push-1");

        assertThat(writingCaches(Map.of())).isEqualTo(all);
        assertThat(writingCaches(Map.of("WEBCHAT_CLASS_CACHES", ""))).isEqualTo(all);
        assertThat(writingCaches(Map.of("WEBCHAT_CLASS_CACHES", "on"))).isEqualTo(all);
        assertThat(writingCaches(Map.of("WEBCHAT_CLASS_CACHES", "off"))).isEmpty();
    }

    @Test
    void whatIsNeitherOnNorOffIsRefusedByItsName() {
        assertThatExceptionOfType(StartRefused.class)
                .isThrownBy(() -> writingCaches(Map.of("WEBCHAT_CLASS_CACHES", "no")))
                .withMessage("WEBCHAT_CLASS_CACHES: \"no\" (expected: on or off)");
    }

    private List<String> writingCaches(Map<String, String> environment) throws IOException {
        var data = dir.resolve("data");
        new DataDirectory(data).create();
        var programs = new Programs(
                Path.of("java"), Path.of("node"), dir.resolve("apps"), dir.resolve("web"), "standalone.jar");
        var options = new StackOptions(data, new Ports(0), Instances.parse("push=2,command=2"));
        return new StackPlan(options, programs, environment)
                .processes().stream()
                        .filter(process -> process.classCache() != null
                                && process.classCache().isWritten())
                        .map(ProcessSpec::name)
                        .toList();
    }
}
