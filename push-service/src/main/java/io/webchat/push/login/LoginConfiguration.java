package io.webchat.push.login;

import io.webchat.push.backplane.Backplane;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class LoginConfiguration {
    @Bean
    EndedLogins endedLogins(Backplane backplane, ObjectProvider<Clock> clock) {
        return new EndedLogins(backplane, clock.getIfAvailable(Clock::systemUTC));
    }
}
