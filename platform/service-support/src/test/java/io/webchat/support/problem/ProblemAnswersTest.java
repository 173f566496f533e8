package io.webchat.support.problem;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.webchat.sample.SampleTest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;

@SampleTest
@ExtendWith(OutputCaptureExtension.class)
class ProblemAnswersTest {
    private static final String COMMANDS = "/api/public/commands";

    @Autowired
    private RestTestClient http;

    @LocalServerPort
    private int port;

    @ParameterizedTest(name = "{0} names {1}")
    @CsvSource(delimiter = '|', textBlock = """
            {}                                                   | label          | must be given
            {"label":"too long"}                                 | label          | must have at most 5 characters
            {"label":7}                                          | label          | must be a string
            {"label":"a","name":" "}                             | name           | must have 1 to 100 characters (has 0)
            {"label":"a","count":"x"}                            | count          | must be a number
            {"label":"a","count":2147483648}                     | count          | is out of range
            {"label":"a","count":99999999999999999999}           | count          | is out of range
            {"label":"a","item":{"owner":"x"}}                   | item.owner     | must be a UUID
            {"label":"a","item":{}}                              | item.owner     | must be given
            {"label":"a","item":"x"}                             | item           | must be an object
            {"label":"a","label":"b"}                            | label          | must not be given twice
            []                                                   | body           | must be an object
            """)
    void inputThatIsInvalidNamesItsField(String body, String field, String message) {
        post(body)
                .expectStatus()
                .isBadRequest()
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:webchat:problem:invalid-request")
                .jsonPath("$.status")
                .isEqualTo(400)
                .jsonPath("$.errors.length()")
                .isEqualTo(1)
                .jsonPath("$.errors[0].field")
                .isEqualTo(field)
                .jsonPath("$.errors[0].message")
                .isEqualTo(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"{\"label\"", "{\"label\":\"a\"} {}", "''"})
    void aBodyThatIsNoJsonDocumentIsInvalid(String body) {
        expectProblem(post(body), 400, "invalid-request");
    }

    @Test
    void validationMessagesDoNotFollowTheLanguageOfTheBrowser() {
        http.post()
                .uri(COMMANDS)
                .header(HttpHeaders.ACCEPT_LANGUAGE, "de")
                .contentType(MediaType.APPLICATION_JSON)
                .body("{}")
                .exchange()
                .expectBody()
                .jsonPath("$.errors[0].message")
                .isEqualTo("must be given");
    }

    @Test
    void fieldsThatNobodyKnowsAreIgnored() {
        post("{\"label\":\"abc\",\"newer\":true}").expectStatus().isOk();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /api/public/list                | limit           | must be given
            /api/public/list?limit=x        | limit           | must be a number
            /api/public/list?limit=101      | limit           | must be at most 100
            /api/public/since?at=yesterday  | at              | must be a time such as 2026-01-31T12:00:00Z
            /api/public/since?at=2026-02-30T12:00:00Z | at    | must be a time such as 2026-01-31T12:00:00Z
            /api/public/since?at=-1000000000-01-01T00:00:00Z | at | must be a time such as 2026-01-31T12:00:00Z
            /api/public/since?at=12026-01-01T00:00:00Z | at   | must be a time such as 2026-01-31T12:00:00Z
            /api/public/needs-header        | Idempotency-Key | must be given as a header
            """)
    void aParameterOrHeaderThatIsMissingOrWrongIsNamed(String uri, String field, String message) {
        var answer = http.get().uri(uri).exchange();
        expectProblem(answer, 400, "invalid-request")
                .jsonPath("$.errors[0].field")
                .isEqualTo(field)
                .jsonPath("$.errors[0].message")
                .isEqualTo(message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=%zz", "limit=1&other=%", "limit=1&%ff%fe=x"})
    void aQueryStringThatCannotBeReadIsNamed(String query) throws IOException {
        assertThat(answerTo(
                        "GET /api/public/list?" + query + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 400")
                .contains("urn:webchat:problem:invalid-request", "\"field\":\"query\"");
    }

    @Test
    void aDomainRejectionHasItsReasonAsType() {
        expectProblem(http.get().uri("/api/public/rejected").exchange(), 404, "unknown-server")
                .jsonPath("$.detail")
                .isEqualTo("No such server.");
    }

    @Test
    void anUnknownPathIsNotFound() {
        expectProblem(http.get().uri("/api/public/nowhere").exchange(), 404, "not-found");
        expectProblem(http.get().uri("/elsewhere").exchange(), 404, "not-found");
        expectProblem(http.get().uri("/error").exchange(), 404, "not-found");
    }

    @Test
    void aMethodThatIsNotAllowedIsToldWhichAre() {
        var answer = http.post().uri("/api/public/list").exchange();
        answer.expectHeader().valueEquals(HttpHeaders.ALLOW, "GET");
        expectProblem(answer, 405, "method-not-allowed");
    }

    @Test
    void aRepresentationThatDoesNotExistIsNotAcceptable() {
        var answer = http.get()
                .uri("/api/public/answer")
                .header(HttpHeaders.ACCEPT, "image/png")
                .exchange();
        expectProblem(answer, 406, "not-acceptable");
    }

    /** The body, which is invalid, was not looked at: nothing was carried out. */
    @ParameterizedTest
    @ValueSource(strings = {"text/html", "application/xml, image/png", "application/json;q=0"})
    void whatCannotBeAnsweredAsTheCallerAcceptsIsNotCarriedOut(String accept) {
        var answer = http.post()
                .uri(COMMANDS)
                .header(HttpHeaders.ACCEPT, accept)
                .contentType(MediaType.APPLICATION_JSON)
                .body("{")
                .exchange();
        expectProblem(answer, 406, "not-acceptable");
    }

    @Test
    void aBodyIsJsonAndNothingElseThatCouldBeRead() {
        var answer = http.post()
                .uri(COMMANDS)
                .contentType(MediaType.APPLICATION_CBOR)
                .body(new byte[] {(byte) 0xa0})
                .exchange();
        expectProblem(answer, 415, "unsupported-media-type")
                .jsonPath("$.detail")
                .value(
                        String.class,
                        detail ->
                                assertThat(detail).contains("application/json").doesNotContain("cbor"));
    }

    @Test
    void aBodyOfAnotherMediaTypeIsUnsupported() {
        var answer = http.post()
                .uri(COMMANDS)
                .contentType(MediaType.TEXT_PLAIN)
                .body("hello")
                .exchange();
        expectProblem(answer, 415, "unsupported-media-type");
    }

    @ParameterizedTest
    @ValueSource(strings = {"utf-16", "utf-16be", "utf-32le", "iso-8859-1", "us-ascii", "nonsense"})
    void aBodyInAnotherCharsetIsUnsupported(String charset) throws IOException {
        var answer = answerTo("POST " + COMMANDS + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                + "Content-Type: application/json;charset=" + charset + "\r\nContent-Length: 2\r\n\r\n{}");

        assertThat(answer)
                .startsWith("HTTP/1.1 415")
                .contains("urn:webchat:problem:unsupported-media-type", "application/json", "UTF-8");
    }

    @Test
    void aBodyThatSaysItIsInUtf8IsRead() throws IOException {
        var answer = answerTo("POST " + COMMANDS + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                + "Content-Type: application/json;charset=UTF-8\r\nContent-Length: 13\r\n\r\n{\"label\":\"a\"}");

        assertThat(answer).startsWith("HTTP/1.1 200");
    }

    @Test
    void anUnexpectedFailureShowsOnlyAnIdThatTheLogKnows(CapturedOutput output) {
        var body = http.get()
                .uri("/api/public/broken")
                .exchange()
                .expectStatus()
                .is5xxServerError()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();

        assertThat(body).contains("urn:webchat:problem:internal-error").doesNotContain("leak", "IllegalState");
        var id = body.replaceAll(".*\"correlationId\":\"([^\"]+)\".*", "$1");
        assertThat(output).contains(id, "a detail that must not leak");
    }

    @Test
    void aStoreThatDoesNotAnswerIsUnavailable() {
        var answer = http.get().uri("/api/public/without-store").exchange();
        answer.expectHeader().valueEquals(HttpHeaders.RETRY_AFTER, "2");
        expectProblem(answer, 503, "store-unavailable")
                .jsonPath("$.detail")
                .isEqualTo("The store did not answer in time.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /api/{ HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET /api/me HTTP/1.1\r\n\r\n",
                "GET /api/me HTTP/1.1\r\nHost: localhost\r\nContent-Length: x\r\n\r\n",
                "GET /api/..%2fme HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
            })
    void whatTomcatRefusesByItselfIsAProblemToo(String request) throws IOException {
        assertThat(answerTo(request))
                .startsWith("HTTP/1.1 400")
                .contains("application/problem+json", "urn:webchat:problem:invalid-request");
    }

    private String answerTo(String request) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream().write(request.getBytes(US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), US_ASCII);
        }
    }

    private RestTestClient.ResponseSpec post(String body) {
        return http.post()
                .uri(COMMANDS)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange();
    }

    private static RestTestClient.BodyContentSpec expectProblem(
            RestTestClient.ResponseSpec answer, int status, String slug) {
        answer.expectStatus().isEqualTo(status);
        answer.expectHeader().contentType(MediaType.APPLICATION_PROBLEM_JSON);
        return answer.expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:webchat:problem:" + slug)
                .jsonPath("$.status")
                .isEqualTo(status)
                .jsonPath("$.title")
                .isNotEmpty();
    }
}
