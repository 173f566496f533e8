package io.webchat.push;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import io.webchat.push.protocol.ClientFrame;
import io.webchat.push.protocol.CloseCode;
import io.webchat.push.protocol.ServerFrame;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The AsyncAPI document says what the code does. */
class GatewayDocumentTest {
    private static final Path EXAMPLES = Path.of("frames");
    private static final JsonMapper JSON = new JsonMapper();

    @TestFactory
    Stream<DynamicTest> everyApprovedFrameIsAsDocumented() throws IOException {
        try (var files = Files.list(EXAMPLES)) {
            return files.sorted().toList().stream()
                    .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> {
                        var op = file.getFileName().toString().replace(".json", "");
                        assertThat(GatewayDocument.problems(op, Files.readString(file)))
                                .isEmpty();
                    }));
        }
    }

    @TestFactory
    Stream<DynamicTest> aFrameThatLacksAFieldIsNotUnlessTheFieldMayBeAbsent() {
        return Stream.concat(fields(ServerFrame.class), fields(ClientFrame.class))
                .map(field -> DynamicTest.dynamicTest(field.op() + " without " + field.name(), () -> {
                    var example = (ObjectNode) JSON.readTree(EXAMPLES.resolve(field.op() + ".json"));
                    assertThat(example.has(field.name()) || field.mayBeAbsent()).isTrue();
                    example.remove(field.name());
                    assertThat(GatewayDocument.problems(field.op(), example.toString()))
                            .matches(problems -> problems.isEmpty() == field.mayBeAbsent());
                }));
    }

    private record Field(String op, String name, boolean mayBeAbsent) {}

    /** Of a sum of records, as the code has them, and the one that tells them apart. */
    private static Stream<Field> fields(Class<?> frames) {
        var types = Objects.requireNonNull(frames.getAnnotation(JsonSubTypes.class));
        return Arrays.stream(types.value())
                .flatMap(type -> Stream.concat(
                        Stream.of(new Field(type.name(), "op", false)),
                        Arrays.stream(type.value().getRecordComponents())
                                .map(component ->
                                        new Field(type.name(), component.getName(), mayBeAbsent(component)))));
    }

    private static boolean mayBeAbsent(RecordComponent component) {
        return component.getType() == Optional.class
                || component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    @Test
    void eachSideSaysWhatItsTypesAre() {
        var server = ops(ServerFrame.class);
        server.add("event");

        assertThat(documented("serverSays")).isEqualTo(server);
        assertThat(documented("clientSays")).isEqualTo(ops(ClientFrame.class));
    }

    @Test
    void itIsAsyncApi3AndEveryReferenceLeadsSomewhere() {
        var document = GatewayDocument.document();

        assertThat(document.path("asyncapi").stringValue()).startsWith("3.");
        assertThat(document.at("/channels/gateway/address").stringValue()).isEqualTo("/ws");
        assertThat(references(document)).isNotEmpty().allSatisfy(reference -> {
            assertThat(reference).startsWith("#/");
            assertThat(document.at(reference.substring(1)).isMissingNode())
                    .as(reference)
                    .isFalse();
        });
    }

    @Test
    void everyCloseCodeIsDocumented() throws IOException {
        var codes = Arrays.stream(CloseCode.values())
                .map(code -> Integer.toString(code.code()))
                .toList();
        var prose = Files.readString(Path.of("..", "platform", "docs", "gateway-protocol.md"));

        assertThat(GatewayDocument.document()
                        .at("/channels/gateway/x-close-codes")
                        .propertyNames())
                .containsExactlyElementsOf(codes);
        assertThat(codes).allSatisfy(code -> assertThat(prose).contains("\n| " + code + " | "));
    }

    private static Set<String> ops(Class<?> frames) {
        var types = Objects.requireNonNull(frames.getAnnotation(JsonSubTypes.class));
        return Arrays.stream(types.value()).map(JsonSubTypes.Type::name).collect(Collectors.toSet());
    }

    private static Set<String> documented(String operation) {
        return GatewayDocument.document()
                .at("/operations/" + operation + "/messages")
                .valueStream()
                .map(message -> message.path("$ref").stringValue())
                .map(reference -> reference.substring(reference.lastIndexOf('/') + 1))
                .collect(Collectors.toSet());
    }

    private static List<String> references(JsonNode node) {
        return node.findValues("$ref").stream().map(JsonNode::stringValue).toList();
    }
}
