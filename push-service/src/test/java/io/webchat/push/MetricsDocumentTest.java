package io.webchat.push;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the protocol's document says is measured is what this service measures. */
class MetricsDocumentTest {
    private static final Path DOCUMENT = Path.of("..", "platform", "docs", "gateway-protocol.md");
    private static final Pattern NAME = Pattern.compile("`(webchat_push_[a-z_]+?)(?:_total|_seconds)?`");

    @Test
    void eachIsDocumentedAndDescribed() throws IOException {
        var meters = PushInstance.usual().bean(MeterRegistry.class).getMeters().stream()
                .map(Meter::getId)
                .filter(id -> id.getName().startsWith("webchat.push."))
                .toList();
        var documented = NAME.matcher(Files.readString(DOCUMENT))
                .results()
                .map((MatchResult found) -> found.group(1).replace('_', '.'))
                .distinct()
                .toList();

        assertThat(meters.stream().map(Meter.Id::getName).distinct()).containsExactlyInAnyOrderElementsOf(documented);
        assertThat(meters).allSatisfy(id -> assertThat(id.getDescription()).isNotBlank());
    }
}
