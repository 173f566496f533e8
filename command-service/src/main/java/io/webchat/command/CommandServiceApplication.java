package io.webchat.command;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
class CommandServiceApplication {
    static void main(String[] args) {
        SpringApplication.run(CommandServiceApplication.class, args);
    }
}
