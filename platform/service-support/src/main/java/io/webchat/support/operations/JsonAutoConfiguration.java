package io.webchat.support.operations;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.webchat.log.codec.WireJson;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.type.LogicalType;

/**
 * The JSON of HTTP. Strict about what it reads: one document, no field twice, no number or boolean where a string
 * belongs; unknown fields are ignored, so that clients may be newer. Writes ids and times as the log does; absent
 * instead of null, except where a field is annotated {@code @JsonInclude(ALWAYS)}.
 */
@AutoConfiguration(before = JacksonAutoConfiguration.class)
class JsonAutoConfiguration {
    @Bean
    JsonMapperBuilderCustomizer webchatJson() {
        return builder -> {
            builder.addModule(WireJson.domainValues())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    // What is between two numbers is neither.
                    .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                    .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                    .changeDefaultPropertyInclusion(
                            inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
                    .withCoercionConfig(LogicalType.Textual, text -> {
                        text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail);
                        text.setCoercion(CoercionInputShape.Float, CoercionAction.Fail);
                        text.setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
                    });
        };
    }
}
