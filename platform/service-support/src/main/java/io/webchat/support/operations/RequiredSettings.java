package io.webchat.support.operations;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesBindHandlerAdvisor;
import org.springframework.boot.context.properties.bind.AbstractBindHandler;
import org.springframework.boot.context.properties.bind.BindContext;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.context.annotation.Bean;

/**
 * Stops a service whose configuration refers to an environment variable that is not set. Spring Boot by itself binds
 * the text <code>${MONGO_URI}</code> as it stands, and some client fails on it later in words of its own.
 */
@AutoConfiguration
class RequiredSettings {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([A-Z0-9_]+)}");

    @Bean
    static ConfigurationPropertiesBindHandlerAdvisor requireSettings() {
        return Check::new;
    }

    private static final class Check extends AbstractBindHandler {
        Check(BindHandler parent) {
            super(parent);
        }

        @Override
        public @Nullable Object onSuccess(
                ConfigurationPropertyName name, Bindable<?> target, BindContext context, Object result) {
            if (result instanceof String text) {
                var placeholder = PLACEHOLDER.matcher(text);
                if (placeholder.find()) {
                    throw new MissingSettingException(placeholder.group(1));
                }
            }
            return super.onSuccess(name, target, context, result);
        }
    }
}
