package io.webchat.projection.store;

import io.webchat.domain.attachment.FileName;
import io.webchat.domain.message.Emoji;
import io.webchat.domain.message.MessageId;
import io.webchat.domain.structure.AttachmentId;
import io.webchat.domain.structure.ChannelId;
import io.webchat.domain.structure.CommandId;
import io.webchat.domain.structure.RoleId;
import io.webchat.domain.structure.ServerId;
import io.webchat.domain.user.UserId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.convert.ConverterBuilder;
import org.springframework.data.mongodb.core.convert.MongoCustomConversions;

/**
 * Ids and the like are stored as their text, as they are on every interface of WebChat; for messages see
 * {@link MessageConversions}.
 */
@Configuration(proxyBeanMethods = false)
public class DomainConversions {
    @Bean
    public static MongoCustomConversions mongoCustomConversions() {
        var converters = texts();
        converters.addAll(MessageConversions.both());
        return new MongoCustomConversions(converters);
    }

    /** What is stored as a text. */
    static List<Object> texts() {
        var converters = new ArrayList<Object>();
        text(converters, ServerId.class, ServerId::parse, ServerId::toString);
        text(converters, ChannelId.class, ChannelId::parse, ChannelId::toString);
        text(converters, MessageId.class, MessageId::parse, MessageId::toString);
        text(converters, UserId.class, UserId::parse, UserId::toString);
        text(converters, RoleId.class, RoleId::parse, RoleId::toString);
        text(converters, CommandId.class, CommandId::parse, CommandId::toString);
        text(converters, AttachmentId.class, AttachmentId::parse, AttachmentId::toString);
        text(converters, FileName.class, FileName::new, FileName::value);
        text(converters, Emoji.class, Emoji::new, Emoji::value);
        return converters;
    }

    private static <T> void text(
            Collection<Object> converters, Class<T> type, Function<String, T> parse, Function<T, String> format) {
        converters.addAll(ConverterBuilder.reading(String.class, type, parse::apply)
                .andWriting(format::apply)
                .getConverters());
    }
}
