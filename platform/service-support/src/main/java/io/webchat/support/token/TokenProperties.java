package io.webchat.support.token;

import jakarta.validation.constraints.NotBlank;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What access tokens are signed with and say.
 *
 * @param secret the same for all services, at least 32 bytes of UTF-8; from {@code JWT_SECRET}. Keys for other purposes
 *     are derived from it
 */
@Validated
@ConfigurationProperties("webchat.token")
public record TokenProperties(
        @Nullable String secret,
        @DefaultValue("webchat") @NotBlank String issuer,
        @DefaultValue("webchat-api") @NotBlank String audience) {
    /** The secret as bytes. Throws {@link UnusableSecretException} if it is missing or weak. */
    byte[] secretBytes() {
        return SecretStrength.require(secret).getBytes(StandardCharsets.UTF_8);
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "TokenProperties[issuer=" + issuer + ", audience=" + audience + "]";
    }
}
