package io.webchat.support.problem;

import static org.assertj.core.api.Assertions.assertThat;

import io.webchat.domain.Rejection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProblemDocumentationTest {
    private static final Path DOCUMENT = Path.of("..", "docs", "problems.md");
    private static final Pattern ROW =
            Pattern.compile("^\\| `([a-z-]+)` \\| (\\d{3}) \\| ([^|]+) \\| [^|]+ \\| [^|]+ \\|$", Pattern.MULTILINE);

    @Test
    void everyTypeIsDocumentedWithItsStatusAndTitleAndNothingElseIs() throws IOException {
        var documented = ROW.matcher(Files.readString(DOCUMENT))
                .results()
                .map(row -> List.of(row.group(1), row.group(2), row.group(3)))
                .toList();

        assertThat(documented)
                .containsExactlyElementsOf(Arrays.stream(ProblemType.values())
                        .map(type -> List.of(
                                type.slug(), Integer.toString(type.status().value()), type.title()))
                        .toList());
    }

    @ParameterizedTest
    @EnumSource
    void aRejectionOfTheDomainKeepsItsSlug(Rejection.Reason reason) {
        assertThat(ProblemType.of(reason).slug()).isEqualTo(reason.slug());
    }
}
