package io.webchat.test.description;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.SpecVersion;
import io.swagger.v3.oas.models.media.Schema;
import io.webchat.domain.structure.Permission;
import io.webchat.domain.structure.Permissions;
import io.webchat.log.codec.WireJson;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Describes values as they are on the wire: ids and names of the domain are strings, enumerations have their slugs, and
 * of a record everything is required that is not {@code @Nullable}. Two records of one name would be one schema, so
 * that is an error.
 */
final class DomainSchemas implements ModelConverter {
    /** How the names of its types begin. */
    static final String DOMAIN = "io.webchat.domain.";

    private static final JsonMapper JSON =
            JsonMapper.builder().addModule(WireJson.domainValues()).build();

    private final Map<String, Class<?>> records = new HashMap<>();

    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
        var raw = Json31.mapper().constructType(type.getType()).getRawClass();
        var value = valueSchema(raw);
        if (value != null) {
            return value;
        }
        var resolved = chain.hasNext() ? chain.next().resolve(type, context, chain) : null;
        var model = raw.isRecord() ? context.getDefinedModels().get(raw.getSimpleName()) : null;
        if (model != null) {
            requireOneOfThisName(raw);
            describeComponents(raw, model);
        }
        return resolved;
    }

    @Override
    public boolean isOpenapi31() {
        return true;
    }

    private void requireOneOfThisName(Class<?> type) {
        var known = records.putIfAbsent(type.getSimpleName(), type);
        if (known != null && known != type) {
            throw new IllegalStateException("name: " + type.getSimpleName() + " of " + type.getName()
                    + " (expected: not" + " that of " + known.getName() + " too, as a schema is called by it)");
        }
    }

    private static @Nullable Schema<?> valueSchema(Class<?> type) {
        if (type == Permissions.class) {
            return schema("array").items(valueSchema(Permission.class));
        }
        if (JsonNode.class.isAssignableFrom(type)) {
            return schema("object").additionalProperties(true);
        }
        if (!type.getName().startsWith(DOMAIN)) {
            return null;
        }
        if (type.isEnum()) {
            var slugs = schema("string");
            Arrays.stream(type.getEnumConstants())
                    .forEach(constant ->
                            slugs.addEnumItemObject(JSON.valueToTree(constant).asString()));
            return slugs;
        }
        return type.isRecord() ? wrappedSchema(type.getRecordComponents()) : null;
    }

    /** Of a record that is nothing but its value. */
    private static @Nullable Schema<?> wrappedSchema(RecordComponent[] components) {
        if (components.length != 1 || !components[0].getName().equals("value")) {
            return null;
        }
        var text = schema("string");
        return components[0].getType() == UUID.class ? text.format("uuid") : text;
    }

    private static Schema<Object> schema(String type) {
        var schema = new Schema<>(SpecVersion.V31);
        schema.setType(type);
        schema.addType(type);
        return schema;
    }

    private static void describeComponents(Class<?> type, Schema<?> model) {
        var required = new LinkedHashSet<String>();
        collectRequired(type, model, required);
        model.setRequired(required.isEmpty() ? null : required.stream().toList());
    }

    @SuppressWarnings("rawtypes")
    private static void collectRequired(Class<?> type, Schema<?> model, Set<String> required) {
        Map<String, Schema> properties = model.getProperties() == null ? Map.of() : model.getProperties();
        for (var component : type.getRecordComponents()) {
            var property = properties.get(component.getName());
            var isNullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
            if (component.getAccessor().isAnnotationPresent(JsonUnwrapped.class)) {
                collectRequired(component.getType(), model, required);
            } else if (property != null && !isNullable) {
                required.add(component.getName());
            } else if (property != null && isAlwaysThere(component)) {
                required.add(component.getName());
                property.addType("null");
            }
        }
    }

    /** Null is told, rather than left out. */
    private static boolean isAlwaysThere(RecordComponent component) {
        var inclusion = component.getAccessor().getAnnotation(JsonInclude.class);
        return inclusion != null && inclusion.value() == JsonInclude.Include.ALWAYS;
    }
}
