package io.webchat.push;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The AsyncAPI document of the gateway, for tests to hold frames against. */
public final class GatewayDocument {
    private static final JsonMapper JSON = new JsonMapper();
    private static final JsonNode DOCUMENT = read(Path.of("..", "platform", "docs", "asyncapi.yaml"));
    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private static final Map<String, Schema> SCHEMAS = new ConcurrentHashMap<>();

    private GatewayDocument() {}

    static JsonNode document() {
        return DOCUMENT;
    }

    /** What is wrong with a frame; empty if it is as the document has it. */
    static List<String> problems(String op, String frame) {
        if (!DOCUMENT.at("/components/messages/" + op).isObject()) {
            return List.of("no message: " + op);
        }
        return SCHEMAS.computeIfAbsent(op, GatewayDocument::schemaOf).validate(frame, InputFormat.JSON).stream()
                .map(Object::toString)
                .toList();
    }

    /** The document itself is the schema's document, so that references within it hold. */
    private static Schema schemaOf(String op) {
        var schema = JSON.createObjectNode();
        schema.put("$ref", "#/components/messages/" + op + "/payload");
        schema.set("components", DOCUMENT.get("components"));
        return REGISTRY.getSchema(schema.toString());
    }

    private static JsonNode read(Path file) {
        try {
            return JSON.valueToTree(new Yaml().load(Files.readString(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
