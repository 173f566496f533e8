package io.webchat.sample;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.resttestclient.autoconfigure.AutoConfigureRestTestClient;
import org.springframework.boot.test.context.SpringBootTest;

/** A test of the sample service in a real Tomcat on a free loopback port, with limits that are quickly reached. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = SampleService.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.application.name=sample-service",
            "JWT_SECRET=" + SampleTest.SECRET,
            "CORS_ALLOWED_ORIGINS=https://chat.example.org,http://localhost:3000",
            "webchat.limit.max-body=10KB"
        })
@AutoConfigureRestTestClient
public @interface SampleTest {
    String SECRET = "0123456789-abcdefghijklmnopqrstuvwxyz";
}
