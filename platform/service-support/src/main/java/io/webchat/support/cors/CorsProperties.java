package io.webchat.support.cors;

import jakarta.validation.constraints.Pattern;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The allow-list of origins, for HTTP and for the WebSocket handshake alike.
 *
 * @param allowedOrigins exact origins such as {@code https://chat.example.org}; from {@code CORS_ALLOWED_ORIGINS},
 *     separated by commas
 */
@Validated
@ConfigurationProperties("webchat.cors")
public record CorsProperties(
        @DefaultValue
        List<
                        @Pattern(
                                regexp = "https?://[A-Za-z0-9.\\-\\[\\]:]+",
                                message =
                                        "must be an origin such as https://chat.example.org, without path or wildcard")
                        String>
                allowedOrigins) {}
