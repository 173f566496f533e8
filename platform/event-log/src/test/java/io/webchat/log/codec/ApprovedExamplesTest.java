package io.webchat.log.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The public events against their approved examples and schemas, which the web app's tests read as well. */
class ApprovedExamplesTest {
    private static final Path EXAMPLES = Path.of("examples");
    private static final Path SCHEMAS = Path.of("schemas");
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final List<WireCodec<?>> PUBLIC =
            List.of(WireCodec.MESSAGES, WireCodec.STRUCTURE, WireCodec.USERS, WireCodec.READS);

    static Set<String> types() {
        return PUBLIC.stream().flatMap(codec -> codec.types().stream()).collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void everyTypeHasAnExampleAndASchemaAndNothingElseHas() throws IOException {
        assertThat(namesIn(EXAMPLES, ".json")).isEqualTo(types());
        assertThat(namesIn(SCHEMAS, ".schema.json")).isEqualTo(types());
    }

    @ParameterizedTest
    @MethodSource("types")
    void anExampleIsReadAndWrittenBackWithoutAChange(String type) throws IOException {
        var example = Files.readAllBytes(EXAMPLES.resolve(type + ".json"));

        assertThat(rewrite(type, example)).isEqualTo(compact(example));
    }

    @ParameterizedTest
    @MethodSource("types")
    void anExampleSatisfiesItsSchema(String type) throws IOException {
        assertThat(violations(type, Files.readString(EXAMPLES.resolve(type + ".json"))))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("types")
    void aSchemaMissesNoRequiredField(String type) throws IOException {
        var example = (ObjectNode) JSON.readTree(EXAMPLES.resolve(type + ".json"));
        for (var field : required(type)) {
            var incomplete = example.deepCopy().without(field);
            assertThat(violations(type, incomplete.toString())).as(field).isNotEmpty();
        }
        assertThat(required(type)).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("types")
    void aFieldThatALaterVersionAddsIsIgnored(String type) throws IOException {
        var example = (ObjectNode) JSON.readTree(EXAMPLES.resolve(type + ".json"));
        var extended = example.deepCopy().put("addedLater", true);

        assertThat(rewrite(type, extended.toString().getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(example.toString());
    }

    @Test
    void whatCannotBeReadIsSaid() {
        assertThatExceptionOfType(UnreadableRecordException.class)
                .isThrownBy(() -> WireCodec.MESSAGES.decode("webchat.message.exploded.v1", new byte[0], "here"))
                .withMessage("unknown type webchat.message.exploded.v1 at here");
        assertThatExceptionOfType(UnreadableRecordException.class)
                .isThrownBy(() -> WireCodec.MESSAGES.decode("webchat.message.posted.v1", null, "here"))
                .withMessage("no value for webchat.message.posted.v1 at here");
        assertThatExceptionOfType(UnreadableRecordException.class)
                .isThrownBy(() -> WireCodec.MESSAGES.decode("webchat.message.posted.v1", new byte[] {'{'}, "here"))
                .withMessage("malformed webchat.message.posted.v1 at here");
    }

    private static String rewrite(String type, byte[] value) {
        for (var codec : PUBLIC) {
            if (codec.types().contains(type)) {
                return new String(rewrite(codec, type, value), StandardCharsets.UTF_8);
            }
        }
        throw new AssertionError(type);
    }

    private static <T> byte[] rewrite(WireCodec<T> codec, String type, byte[] value) {
        var event = codec.decode(type, value, "the example");
        assertThat(codec.typeOf(event)).isEqualTo(type);
        return codec.encode(event);
    }

    private static String compact(byte[] json) {
        return JSON.readTree(json).toString();
    }

    private static List<String> required(String type) throws IOException {
        var schema = JSON.readTree(SCHEMAS.resolve(type + ".schema.json"));
        return schema.get("required").valueStream().map(JsonNode::asString).toList();
    }

    private static List<?> violations(String type, String json) throws IOException {
        var registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
        var schema = registry.getSchema(Files.readString(SCHEMAS.resolve(type + ".schema.json")));
        return schema.validate(
                json,
                InputFormat.JSON,
                context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));
    }

    private static Set<String> namesIn(Path folder, String ending) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .map(name -> name.substring(0, name.length() - ending.length()))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
