package io.webchat.push;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** push-service. Keeps no state that matters: any instance can be killed, and any other serves its clients. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class PushApplication {
    static void main(String[] args) {
        SpringApplication.run(PushApplication.class, args);
    }
}
