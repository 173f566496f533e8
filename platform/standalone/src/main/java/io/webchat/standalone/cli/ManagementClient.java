package io.webchat.standalone.cli;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Talks JSON to the management port of a service. */
final class ManagementClient {
    /** A comparison of views reads a whole view twice. */
    private static final Duration TIMEOUT = Duration.ofMinutes(30);

    private static final int OK = 200;

    private final HttpClient http = HttpClient.newHttpClient();
    private final JsonMapper json = JsonMapper.builder().build();
    private final String actuator;

    /** @param management where the management endpoints are, such as {@code http://127.0.0.1:9083} */
    ManagementClient(String management) {
        this.actuator = management + "/actuator";
    }

    /** What the service has refused, in its words. */
    static final class RefusedException extends Exception {
        private static final long serialVersionUID = 1L;

        RefusedException(String message) {
            super(message);
        }
    }

    /** @param path of the endpoint and below, such as {@code /views} */
    JsonNode get(String path) throws IOException, InterruptedException, RefusedException {
        return send(HttpRequest.newBuilder(URI.create(actuator + path)));
    }

    JsonNode post(String path, String body) throws IOException, InterruptedException, RefusedException {
        return send(HttpRequest.newBuilder(URI.create(actuator + path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
    }

    private JsonNode send(HttpRequest.Builder request) throws IOException, InterruptedException, RefusedException {
        try {
            var response = http.send(request.timeout(TIMEOUT).build(), BodyHandlers.ofString());
            var body = json.readTree(response.body().isEmpty() ? "{}" : response.body());
            if (response.statusCode() != OK) {
                throw new RefusedException(
                        body.path("error").asString("projection-service answers " + response.statusCode()));
            }
            return body;
        } catch (ConnectException e) {
            throw new RefusedException(actuator + " does not answer");
        } catch (JacksonException e) {
            throw new RefusedException(actuator + " is no management port: its answer is no JSON");
        }
    }
}
