package io.webchat.command.attachment;

import static io.webchat.command.attachment.Files.noise;

import io.webchat.command.CommandServiceApplication;
import io.webchat.command.Commands;
import io.webchat.log.Ids;
import io.webchat.test.ServiceInstance;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.client.RestTestClient;

class StoreAwayTest {
    @Test
    void withoutTheStoreTheServiceStartsAndMessagesGoOnAndOnlyUploadsAreRefused() throws IOException {
        try (var instance = ServiceInstance.start(
                CommandServiceApplication.class, "MONGO_URI=mongodb://127.0.0.1:" + unusedPort())) {
            var commands = Commands.at(instance.port());
            var ada = instance.user();
            var channel = commands.createServer(ada).generalChannelId();

            new Files(commands)
                    .put(ada, channel, Ids.fresh(), "notes", noise(50))
                    .expectStatus()
                    .isEqualTo(503)
                    .expectHeader()
                    .exists("Retry-After")
                    .expectBody()
                    .jsonPath("$.type")
                    .isEqualTo("urn:webchat:problem:store-unavailable");
            commands.postMessage(ada, channel, "Hello").expectStatus().isCreated();
            management(instance)
                    .get()
                    .uri("/actuator/health/readiness")
                    .exchange()
                    .expectStatus()
                    .isOk();
        }
    }

    private static RestTestClient management(ServiceInstance instance) {
        var port = instance.context().getEnvironment().getRequiredProperty("local.management.port");
        return RestTestClient.bindToServer().baseUrl("http://127.0.0.1:" + port).build();
    }

    private static int unusedPort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
