package io.webchat.standalone.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GuideTest {
    private static final Path ROOT = Path.of("../..");

    @ParameterizedTest
    @EnumSource
    void what_a_finding_points_to_is_there(Section section) throws Exception {
        var link = section.link().split("#", 2);

        assertThat(Files.readString(ROOT.resolve(link[0])).lines())
                .filteredOn(line -> line.startsWith("#"))
                .extracting(line -> line.replaceFirst("^#+ ", "")
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^a-z0-9 -]", "")
                        .replace(' ', '-'))
                .contains(link[1]);
    }
}
