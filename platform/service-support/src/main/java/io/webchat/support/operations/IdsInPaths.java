package io.webchat.support.operations;

import io.webchat.domain.message.MessageId;
import io.webchat.domain.structure.ChannelId;
import io.webchat.domain.structure.CommandId;
import io.webchat.domain.structure.ServerId;
import io.webchat.domain.user.UserId;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Lets controllers take ids as path variables and parameters. Anything but a UUID in its canonical form is invalid
 * input and names the variable.
 */
@AutoConfiguration
class IdsInPaths implements WebMvcConfigurer {
    @Override
    public void addFormatters(FormatterRegistry registry) {
        register(registry, ServerId.class, ServerId::new);
        register(registry, ChannelId.class, ChannelId::new);
        register(registry, MessageId.class, MessageId::new);
        register(registry, CommandId.class, CommandId::new);
        register(registry, UserId.class, UserId::new);
    }

    private static <T> void register(FormatterRegistry registry, Class<T> type, Function<UUID, T> make) {
        registry.addConverter(String.class, type, text -> make.apply(canonical(text)));
    }

    /** {@link UUID#fromString} alone would accept shortened forms, and one id would have many names. */
    private static UUID canonical(String text) {
        try {
            var id = UUID.fromString(text);
            if (id.toString().equalsIgnoreCase(text)) {
                return id;
            }
        } catch (IllegalArgumentException e) {
            // Said below, in words that fit all cases.
        }
        throw new IllegalArgumentException("must be a UUID");
    }
}
