package io.webchat.auth;

import io.webchat.test.ServiceTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/** A test of the whole service, whose clock and connection to Kafka the test controls. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ServiceTest
@TestPropertySource(properties = "webchat.announcement.sweep-interval=PT24H") // tests sweep when they want it
@Import({TestClock.class, SwitchableLog.class, AuthApi.class})
public @interface AuthServiceTest {}
