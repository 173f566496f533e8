package io.webchat.benchmark.replay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against a management port that answers as projection-service does. */
class RebuildTest {
    private static final String STILL = "{\"view\":\"timeline\",\"live\":1,\"total\":5000}";
    private static final String OTHER = "{\"view\":\"reads\",\"live\":1,\"building\":2,\"applied\":7,\"total\":9}";

    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
    private final Queue<String> states = new ArrayDeque<>();
    private final HttpClient http = HttpClient.newHttpClient();
    private HttpServer service;
    private Rebuild rebuild;

    @BeforeEach
    void start() throws IOException {
        service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        service.createContext("/actuator/views", this::answer);
        service.start();
        var management = URI.create("http://127.0.0.1:" + service.getAddress().getPort());
        rebuild = new Rebuild(new ViewService(http, management, "timeline"));
    }

    @AfterEach
    void stop() {
        service.stop(0);
        http.close();
    }

    @Test
    void a_generation_is_followed_to_its_end_and_given_up() throws Exception {
        states.addAll(List.of(STILL, building(0, false), building(1_000, false), building(5_000, true)));

        var found = rebuild.measure();

        assertThat(found.offsets()).isEqualTo(5_000);
        assertThat(found.perSecond()).isPositive();
        assertThat(asked).startsWith("", "rebuild", "").endsWith("stop");
    }

    @Test
    void somebody_elses_rebuild_is_left_alone() {
        states.add(building(17, false));

        assertThatIllegalStateException()
                .isThrownBy(rebuild::measure)
                .withMessageStartingWith("the view is being rebuilt already");
        assertThat(asked).containsExactly("");
    }

    @Test
    void one_that_somebody_stops_is_no_figure() {
        states.addAll(List.of(STILL, building(1_000, false), STILL));

        assertThatIllegalStateException()
                .isThrownBy(rebuild::measure)
                .withMessage("somebody else has stopped the rebuild");
    }

    @Test
    void a_refusal_is_said_in_the_services_words() {
        states.add(STILL);
        states.add("409");

        assertThatThrownBy(rebuild::measure)
                .isInstanceOf(IOException.class)
                .hasMessage("projection-service answers 409: {\"error\":\"not now\"}");
    }

    private static String building(int applied, boolean caughtUp) {
        return "{\"view\":\"timeline\",\"live\":1,\"building\":2,\"applied\":%d,\"total\":5000,\"caughtUp\":%b}"
                .formatted(applied, caughtUp);
    }

    private void answer(HttpExchange exchange) throws IOException {
        var body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        asked.add(body.replaceAll("\\{\"action\":\"(.*)\"}", "$1"));
        var state = body.contains("stop") ? STILL : states.remove();
        if (state.equals("409")) {
            send(exchange, 409, "{\"error\":\"not now\"}");
        } else {
            send(exchange, 200, body.isEmpty() ? "{\"views\":[" + OTHER + "," + state + "]}" : state);
        }
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
