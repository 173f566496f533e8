package io.webchat.support.operations;

import io.webchat.domain.message.Emoji;
import io.webchat.domain.message.MessageId;
import io.webchat.domain.structure.AttachmentId;
import io.webchat.domain.structure.CategoryId;
import io.webchat.domain.structure.ChannelId;
import io.webchat.domain.structure.CommandId;
import io.webchat.domain.structure.InviteCode;
import io.webchat.domain.structure.RoleId;
import io.webchat.domain.structure.ServerId;
import io.webchat.domain.user.UserId;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Lets controllers take ids and times as path variables and parameters. Anything but a UUID in its canonical form, or a
 * time of RFC 3339, is invalid input and names the variable.
 */
@AutoConfiguration
class IdsInPaths implements WebMvcConfigurer {
    /** Of RFC 3339, whose years have four digits: Java knows others, which no store can hold. */
    private static final Pattern YEAR = Pattern.compile("\\d{4}-.*");

    @Override
    public void addFormatters(FormatterRegistry registry) {
        registry.addConverter(String.class, ServerId.class, ServerId::parse);
        registry.addConverter(String.class, ChannelId.class, ChannelId::parse);
        registry.addConverter(String.class, MessageId.class, MessageId::parse);
        registry.addConverter(String.class, CommandId.class, CommandId::parse);
        registry.addConverter(String.class, UserId.class, UserId::parse);
        registry.addConverter(String.class, RoleId.class, RoleId::parse);
        registry.addConverter(String.class, CategoryId.class, CategoryId::parse);
        registry.addConverter(String.class, Emoji.class, Emoji::new);
        registry.addConverter(String.class, AttachmentId.class, AttachmentId::parse);
        registry.addConverter(String.class, InviteCode.class, InviteCode::new);
        registry.addConverter(String.class, Instant.class, IdsInPaths::time);
    }

    private static Instant time(String text) {
        try {
            if (YEAR.matcher(text).matches()) {
                return Instant.parse(text);
            }
        } catch (DateTimeParseException e) {
            // Told below.
        }
        throw new IllegalArgumentException("must be a time such as 2026-01-31T12:00:00Z");
    }
}
