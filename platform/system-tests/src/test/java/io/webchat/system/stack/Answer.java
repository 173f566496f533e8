package io.webchat.system.stack;

import java.net.HttpCookie;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What came back. */
public record Answer(int status, HttpHeaders headers, String body) {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String PROBLEMS = "urn:webchat:problem:";

    static Answer of(HttpResponse<String> response) {
        return new Answer(response.statusCode(), response.headers(), response.body());
    }

    public JsonNode json() {
        return JSON.readTree(body);
    }

    /** Status and type in one, such as {@code 404 unknown-server}; only the status if it is no problem detail. */
    public String outcome() {
        var isProblem = headers.firstValue("Content-Type")
                .filter(type -> type.startsWith("application/problem+json"))
                .isPresent();
        return isProblem ? status + " " + json().path("type").asString().replace(PROBLEMS, "") : String.valueOf(status);
    }

    /** The fields that a problem names. */
    public List<String> fields() {
        return json().path("errors")
                .valueStream()
                .map(error -> error.path("field").asString())
                .toList();
    }

    public Optional<HttpCookie> cookie(String name) {
        return headers.allValues("Set-Cookie").stream()
                .flatMap(header -> HttpCookie.parse(header).stream())
                .filter(cookie -> cookie.getName().equals(name))
                .findFirst();
    }
}
