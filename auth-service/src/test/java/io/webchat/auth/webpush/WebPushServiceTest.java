package io.webchat.auth.webpush;

import io.webchat.auth.AuthServiceTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.test.context.TestPropertySource;

/** A test of the whole service, which has keys for web push and calls a push service of the test's own. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@AuthServiceTest
@TestPropertySource(
        properties = {
            "webchat.web-push.public-key=" + WebPushTest.PUBLIC_KEY,
            "webchat.web-push.private-key=" + WebPushTest.PRIVATE_KEY,
            "webchat.web-push.subject=mailto:operator@chat.test",
            "webchat.web-push.first-pause=50ms",
            "webchat.web-push.longest-pause=5s",
            "webchat.web-push.timeout=2s",
            "webchat.web-push.insecure-endpoints=true",
            "spring.data.redis.timeout=10s",
            "spring.data.redis.connect-timeout=10s"
        })
@interface WebPushServiceTest {}
