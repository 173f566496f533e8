package io.webchat.log.codec;

import io.webchat.domain.message.MessageEvent;
import io.webchat.domain.reading.ReadingEvent;
import io.webchat.domain.structure.StructureCommand;
import io.webchat.domain.structure.StructureEvent;
import io.webchat.domain.user.UserEvent;
import io.webchat.log.Envelope;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Turns the values of one topic into bytes and back. Thread-safe.
 *
 * @param <T> what the topic holds
 */
public final class WireCodec<T> {
    public static final WireCodec<MessageEvent> MESSAGES = new WireCodec<>(WireTypes.MESSAGE_EVENTS, WireTypes::of);
    public static final WireCodec<StructureEvent> STRUCTURE =
            new WireCodec<>(StructureEventTypes.CLASSES, StructureEventTypes::of);
    public static final WireCodec<UserEvent> USERS = new WireCodec<>(WireTypes.USER_EVENTS, WireTypes::of);
    public static final WireCodec<ReadingEvent> READS = new WireCodec<>(WireTypes.READING_EVENTS, WireTypes::of);
    public static final WireCodec<StructureCommand> STRUCTURE_COMMANDS =
            new WireCodec<>(StructureCommandTypes.CLASSES, StructureCommandTypes::of);
    public static final WireCodec<StructureOutcome> STRUCTURE_OUTCOMES =
            new WireCodec<>(StructureOutcome.WIRE_TYPES, StructureOutcome::wireType);

    private static final JsonMapper JSON = WireJson.mapper();

    private final Map<String, ? extends Class<? extends T>> classes;
    private final Function<T, String> types;

    private WireCodec(Map<String, ? extends Class<? extends T>> classes, Function<T, String> types) {
        this.classes = Map.copyOf(classes);
        this.types = types;
    }

    /** Every {@code ce_type} that this codec reads. */
    public Set<String> types() {
        return classes.keySet();
    }

    /** The {@code ce_type} of a value. */
    public String typeOf(T value) {
        return types.apply(value);
    }

    /** The record value: JSON in UTF-8. */
    public byte[] encode(T value) {
        return JSON.writeValueAsBytes(Objects.requireNonNull(value));
    }

    /** Reads a consumed record. Throws {@link UnreadableRecordException} if it cannot be understood. */
    public T decode(ConsumerRecord<?, byte[]> record) {
        var type = Envelope.read(record.headers(), Envelope.TYPE)
                .orElseThrow(() -> new UnreadableRecordException("no ce_type at " + place(record)));
        return decode(type, record.value(), place(record));
    }

    T decode(String type, byte @Nullable [] value, String place) {
        var target = classes.get(type);
        if (target == null) {
            throw new UnreadableRecordException("unknown type " + type + " at " + place);
        }
        if (value == null) {
            throw new UnreadableRecordException("no value for " + type + " at " + place);
        }
        try {
            return JSON.readValue(value, target);
        } catch (JacksonException e) {
            throw new UnreadableRecordException("malformed " + type + " at " + place, e);
        }
    }

    private static String place(ConsumerRecord<?, ?> record) {
        return record.topic() + "-" + record.partition() + "@" + record.offset();
    }
}
