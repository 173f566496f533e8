package io.webchat.auth;

import io.webchat.test.ServiceTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Import;

/** A test of the whole service, whose clock and connection to Kafka the test controls. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ServiceTest
@Import({TestClock.class, SwitchableLog.class, AuthApi.class})
public @interface AuthServiceTest {}
