package io.webchat.log.codec;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.webchat.domain.attachment.FileName;
import io.webchat.domain.message.Emoji;
import io.webchat.domain.message.MessageContent;
import io.webchat.domain.message.MessageId;
import io.webchat.domain.message.ThreadName;
import io.webchat.domain.reading.NotificationLevel;
import io.webchat.domain.structure.AttachmentId;
import io.webchat.domain.structure.CategoryId;
import io.webchat.domain.structure.ChannelId;
import io.webchat.domain.structure.ChannelName;
import io.webchat.domain.structure.ChannelTopic;
import io.webchat.domain.structure.CommandId;
import io.webchat.domain.structure.InviteCode;
import io.webchat.domain.structure.InviteId;
import io.webchat.domain.structure.ModerationReason;
import io.webchat.domain.structure.Nickname;
import io.webchat.domain.structure.Permission;
import io.webchat.domain.structure.Permissions;
import io.webchat.domain.structure.RoleColor;
import io.webchat.domain.structure.RoleId;
import io.webchat.domain.structure.RoleName;
import io.webchat.domain.structure.ServerDescription;
import io.webchat.domain.structure.ServerId;
import io.webchat.domain.structure.ServerName;
import io.webchat.domain.user.AvatarId;
import io.webchat.domain.user.UserId;
import io.webchat.log.Timestamps;
import java.time.Instant;
import java.util.Arrays;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/**
 * How domain values look in JSON. Every choice that changes bytes is made here rather than left to a default: fields in
 * the order of the record's components, absent instead of null, ids and names as strings, times as RFC 3339 in UTC with
 * milliseconds. Unknown fields are ignored, because a released version may gain optional ones.
 */
public final class WireJson {
    private WireJson() {}

    /** The mapper for values of the log. */
    static JsonMapper mapper() {
        return JsonMapper.builder()
                .addModule(domainValues())
                .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
                .build();
    }

    /** Ids, names and times as they are written on every interface of WebChat, for any mapper. */
    public static JacksonModule domainValues() {
        var module = new SimpleModule("webchat-domain-values");
        text(module, ServerId.class, ServerId::parse, ServerId::toString);
        text(module, ChannelId.class, ChannelId::parse, ChannelId::toString);
        text(module, CommandId.class, CommandId::parse, CommandId::toString);
        text(module, MessageId.class, MessageId::parse, MessageId::toString);
        text(module, UserId.class, UserId::parse, UserId::toString);
        text(module, AvatarId.class, AvatarId::new, AvatarId::value);
        text(module, RoleId.class, RoleId::parse, RoleId::toString);
        text(module, CategoryId.class, CategoryId::parse, CategoryId::toString);
        text(module, AttachmentId.class, AttachmentId::parse, AttachmentId::toString);
        text(module, InviteCode.class, InviteCode::new, InviteCode::value);
        text(module, InviteId.class, InviteId::parse, InviteId::toString);
        text(module, ServerName.class, ServerName::new, ServerName::value);
        text(module, ServerDescription.class, ServerDescription::new, ServerDescription::value);
        text(module, ChannelName.class, ChannelName::new, ChannelName::value);
        text(module, ChannelTopic.class, ChannelTopic::new, ChannelTopic::value);
        text(module, RoleName.class, RoleName::new, RoleName::value);
        text(module, RoleColor.class, RoleColor::new, RoleColor::value);
        text(module, Nickname.class, Nickname::new, Nickname::value);
        text(module, ModerationReason.class, ModerationReason::new, ModerationReason::value);
        text(module, Permission.class, Permission::ofSlug, Permission::slug);
        permissions(module);
        text(module, Emoji.class, Emoji::new, Emoji::value);
        text(module, ThreadName.class, ThreadName::new, ThreadName::value);
        text(module, FileName.class, FileName::new, FileName::value);
        text(module, MessageContent.class, MessageContent::new, MessageContent::value);
        text(module, NotificationLevel.class, NotificationLevel::ofSlug, NotificationLevel::slug);
        text(module, Instant.class, Instant::parse, Timestamps::format);
        return module;
    }

    /** A set of permissions is a list of their names, in a fixed order. */
    private static void permissions(SimpleModule module) {
        module.addSerializer(Permissions.class, new StdSerializer<Permissions>(Permissions.class) {
            @Override
            public void serialize(Permissions value, JsonGenerator out, SerializationContext context) {
                out.writeStartArray();
                value.asList().forEach(permission -> out.writeString(permission.slug()));
                out.writeEndArray();
            }
        });
        module.addDeserializer(Permissions.class, new StdDeserializer<Permissions>(Permissions.class) {
            @Override
            public Permissions deserialize(JsonParser in, DeserializationContext context) {
                var permissions = Arrays.asList(context.readValue(in, Permission[].class));
                return permissions.contains(null)
                        ? context.reportInputMismatch(Permissions.class, "must not contain null")
                        : Permissions.of(permissions);
            }
        });
    }

    private static <T> void text(
            SimpleModule module, Class<T> type, Function<String, T> parse, Function<T, String> format) {
        module.addSerializer(type, new StdSerializer<T>(type) {
            @Override
            public void serialize(T value, JsonGenerator out, SerializationContext context) {
                out.writeString(format.apply(value));
            }
        });
        module.addDeserializer(type, new StdDeserializer<T>(type) {
            @Override
            public T deserialize(JsonParser in, DeserializationContext context) {
                if (!in.hasToken(JsonToken.VALUE_STRING)) {
                    return type.cast(context.handleUnexpectedToken(context.constructType(type), in));
                }
                var text = in.getString();
                try {
                    return parse.apply(text);
                } catch (RuntimeException e) {
                    // The cause carries the value's own words about what would be right.
                    throw (JacksonException) context.weirdStringException(text, type, String.valueOf(e.getMessage()))
                            .initCause(e);
                }
            }
        });
    }
}
