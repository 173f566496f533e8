package io.webchat.projection;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The process. Its environment is described in the configuration table of the README. */
@SpringBootApplication
public class ProjectionServiceApplication {
    public static void main(String[] args) {
        SpringApplication.run(ProjectionServiceApplication.class, args);
    }
}
