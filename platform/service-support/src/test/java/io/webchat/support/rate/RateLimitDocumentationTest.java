package io.webchat.support.rate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.io.ClassPathResource;

class RateLimitDocumentationTest {
    private static final Path API = Path.of("..", "docs", "http-api.md");

    @ParameterizedTest
    @EnumSource
    void theDocumentKnowsWhatEverybodyMayDo(RouteClass route) throws Exception {
        var defaults = new YamlPropertySourceLoader().load("defaults", new ClassPathResource("webchat-defaults.yml"));
        var allowance = new Binder(ConfigurationPropertySources.from(defaults))
                .bind("webchat.rate-limit", RateLimitProperties.class)
                .get()
                .of(route);

        var row = "| `%s` | %s | %s | %d s |"
                .formatted(
                        route.policy(),
                        route.isByAddress() ? "address" : "user",
                        String.format(Locale.ROOT, "%,d", allowance.requests()),
                        allowance.over().toSeconds());
        assertThat(Files.readString(API)).contains(row);
    }
}
