package io.webchat.auth.session;

import io.webchat.domain.user.Username;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param usernames of those who operate the platform, compared without regard to case; nobody by default */
@ConfigurationProperties("webchat.operators")
record OperatorProperties(@DefaultValue List<Username> usernames) {}
