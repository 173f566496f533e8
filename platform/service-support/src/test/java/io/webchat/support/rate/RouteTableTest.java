package io.webchat.support.rate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;

class RouteTableTest {
    private static final Path API = Path.of("..", "docs", "http-api.md");

    @ParameterizedTest
    @CsvSource({
        "POST,   /api/auth/login,                 SIGN_IN,   SIGN_IN",
        "POST,   /api/auth/%6Cogin,               SIGN_IN,   SIGN_IN",
        "POST,   /api/auth/register,              SIGN_IN,   SIGN_IN",
        "PUT,    /api/auth/password,              SIGN_IN,   SIGN_IN",
        "POST,   /api/auth/refresh,               ANONYMOUS, COMMANDS",
        "GET,    /ws,                             SOCKETS,   SOCKETS",
        "POST,   /api/channels/c/messages,        ANONYMOUS, SENDS",
        "PUT,    /api/channels/c/messages/m/content, ANONYMOUS, COMMANDS",
        "PUT,    /api/channels/c/attachments/a,   ANONYMOUS, UPLOADS",
        "GET,    /api/channels/c/attachments/a,   ANONYMOUS, READS",
        "PUT,    /api/servers/s/icon,             ANONYMOUS, UPLOADS",
        "DELETE, /api/servers/s/icon,             ANONYMOUS, COMMANDS",
        "PUT,    /api/auth/me/avatar,             ANONYMOUS, UPLOADS",
        "POST,   /api/servers,                    ANONYMOUS, CREATIONS",
        "POST,   /api/conversations,              ANONYMOUS, CREATIONS",
        "POST,   /api/servers/s/channels,         ANONYMOUS, COMMANDS",
        "HEAD,   /api/servers,                    ANONYMOUS, READS"
    })
    void aRequestIsOfOneClassWithoutATokenAndOfAnotherWithOne(
            String method, String path, RouteClass anonymous, RouteClass known) {
        assertThat(RouteTable.classOf(new MockHttpServletRequest(method, path), false))
                .hasValue(anonymous);
        assertThat(RouteTable.classOf(new MockHttpServletRequest(method, path), true))
                .hasValue(known);
    }

    @Test
    void whatIsNoPartOfTheApiIsNotLimited() {
        assertThat(RouteTable.classOf(new MockHttpServletRequest("GET", "/healthz"), false))
                .isEmpty();
    }

    @Test
    void everyRowIsAnEndpointThatThereIs() throws Exception {
        var documented = Files.readString(API);

        assertThat(RouteTable.ROWS)
                .filteredOn(row -> !row.path().getPatternString().endsWith("**"))
                .filteredOn(row -> row.method() != null)
                .hasSize(9)
                .allSatisfy(row -> assertThat(documented)
                        .containsPattern("`" + row.method() + " "
                                + Pattern.quote(row.path().getPatternString()) + "[`?]"));
    }
}
