package io.webchat.system.stack;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** A test of a running stack. Without one it is skipped. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@EnabledIfSystemProperty(
        named = "webchat.url",
        matches = ".+",
        disabledReason = "needs a running stack: ./webchat test starts one and passes -Dwebchat.url")
public @interface NeedsStack {}
