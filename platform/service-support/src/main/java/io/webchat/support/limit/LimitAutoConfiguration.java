package io.webchat.support.limit;

import io.webchat.support.FilterOrder;
import io.webchat.support.problem.ProblemResolver;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;

/** Limits what a request may cost, in every service. */
@AutoConfiguration
@EnableConfigurationProperties(LimitProperties.class)
class LimitAutoConfiguration {
    @Bean(defaultCandidate = false, destroyMethod = "shutdownNow")
    ScheduledExecutorService requestTimer() {
        var timer = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().name("request-timer").daemon().factory());
        timer.setRemoveOnCancelPolicy(true);
        return timer;
    }

    @Bean
    RequestLimits requestLimits(LimitProperties usual, ObjectProvider<LargerRequests> larger) {
        return new RequestLimits(usual, larger.orderedStream().toList());
    }

    @Bean
    FilterRegistrationBean<TimeLimitFilter> timeLimitFilter(
            RequestLimits limits, @Qualifier("requestTimer") ScheduledExecutorService timer, ProblemResolver problems) {
        var registration = new FilterRegistrationBean<>(new TimeLimitFilter(limits, timer, problems));
        registration.setOrder(FilterOrder.TIME_LIMIT);
        return registration;
    }

    @Bean
    FilterRegistrationBean<BodyLimitFilter> bodyLimitFilter(RequestLimits limits, ProblemResolver problems) {
        var registration = new FilterRegistrationBean<>(new BodyLimitFilter(limits, problems));
        registration.setOrder(FilterOrder.BODY_LIMIT);
        return registration;
    }
}
