package io.webchat.test.description;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.webchat.support.token.AccessTokens;
import io.webchat.test.ServiceEnvironment;
import io.webchat.test.ServiceInstance;
import io.webchat.test.TestUser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What holds of the description of every service: it is the approved one, and its endpoints are those in the tables of
 * {@code http-api.md}, with their query parameters and the status of their success.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class DescriptionContract {
    private static final JsonMapper JSON = new JsonMapper();

    private final String service;
    private final Class<?> application;
    private final Class<?> keyed;
    private final Path found;
    private String text = "";

    /**
     * Of a service.
     *
     * @param keyed the type of the parameter by which its handlers read an idempotency key; {@code Void} for none
     */
    protected DescriptionContract(String service, Class<?> application, Class<?> keyed) {
        this.service = service;
        this.application = application;
        this.keyed = keyed;
        this.found = Path.of("target", service + ".json");
    }

    /** Adds what neither a signature nor {@code http-api.md} says. */
    protected void refine(OpenAPI description) {}

    /** Says that a success of an operation carries a consistency token. */
    protected static void answersWithToken(Operation operation) {
        HandlerDescription.answersWithToken(operation);
    }

    @BeforeAll
    void describe() throws IOException {
        var context = new SpringApplicationBuilder(application, ServiceDescription.class)
                .initializers(new ServiceEnvironment(), this::register)
                .properties(
                        ServiceDescription.SERVICE + "=" + service, ServiceDescription.KEYED + "=" + keyed.getName())
                .run(
                        "--server.port=0",
                        "--management.server.port=0",
                        "--springdoc.api-docs.enabled=true",
                        "--springdoc.api-docs.version=openapi_3_1",
                        "--springdoc.paths-to-match=/api/**",
                        "--springdoc.default-produces-media-type=application/json",
                        "--springdoc.default-flat-param-object=true",
                        "--springdoc.override-with-generic-response=false",
                        "--springdoc.writer-with-order-by-keys=true",
                        "--springdoc.writer-with-default-pretty-printer=true");
        try (var instance = new ServiceInstance(context)) {
            var answer = RestTestClient.bindToServer()
                    .baseUrl("http://127.0.0.1:" + instance.port())
                    .build()
                    .get()
                    .uri("/v3/api-docs")
                    .header(
                            "Authorization",
                            TestUser.loggedIn(instance.bean(AccessTokens.class)).bearer())
                    .exchange()
                    .expectStatus()
                    .isOk()
                    .returnResult(String.class)
                    .getResponseBody();
            text = answer + "\n";
            Files.writeString(found, text);
        }
    }

    private void register(ConfigurableApplicationContext context) {
        context.getBeanFactory().registerSingleton("refinement", (OpenApiCustomizer) this::refine);
    }

    @Test
    void itIsTheApprovedOne() {
        var approved = Path.of("..", "platform", "docs", "openapi", service + ".json");
        var hint = "If the controllers and http-api.md are right, approve what they say: (cd %s && cp %s %s)"
                .formatted(service, found, approved);

        assertThat(approved).as(hint).isRegularFile();
        assertThat(found).as(hint).hasSameTextualContentAs(approved);
    }

    @Test
    void itHasTheEndpointsOfTheDocumentationAndNoOthers() {
        assertThat(operations().map(Described::request).sorted())
                .isEqualTo(
                        documented().map(DocumentedEndpoint::request).sorted().toList());
    }

    @Test
    void itHasTheQueryParametersOfTheDocumentation() {
        assertThat(operations()
                        .map(operation -> operation.request() + " " + operation.queryParameters())
                        .sorted())
                .isEqualTo(documented()
                        .map(endpoint -> endpoint.request() + " " + endpoint.parameters())
                        .sorted()
                        .toList());
    }

    @Test
    void aSuccessHasTheStatusThatIsDocumented() {
        var documented = documented().toList();

        assertThat(operations())
                .allSatisfy(operation -> assertThat(documented)
                        .filteredOn(endpoint -> endpoint.request().equals(operation.request()))
                        .singleElement()
                        .satisfies(endpoint -> assertThat(endpoint.successes()).contains(operation.success())));
    }

    @Test
    void everyOperationHasANameOfItsOwn() {
        assertThat(operations()
                        .map(operation -> operation.node().path("operationId").asString()))
                .doesNotHaveDuplicates()
                .allMatch(name -> name.matches("[a-z][A-Za-z]+"));
    }

    private Stream<DocumentedEndpoint> documented() {
        return DocumentedEndpoint.of(service).stream();
    }

    private Stream<Described> operations() {
        return JSON.readTree(text).path("paths").properties().stream()
                .flatMap(path -> path.getValue().properties().stream()
                        .map(operation -> new Described(
                                operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey(),
                                operation.getValue())));
    }

    private record Described(String request, JsonNode node) {
        TreeSet<String> queryParameters() {
            return node.path("parameters")
                    .valueStream()
                    .filter(parameter -> parameter.path("in").asString("").equals("query"))
                    .map(parameter -> parameter.path("name").asString())
                    .collect(toCollection(TreeSet::new));
        }

        int success() {
            return node.path("responses").propertyNames().stream()
                    .mapToInt(Integer::parseInt)
                    .filter(status -> status < 300)
                    .findFirst()
                    .orElseThrow();
        }
    }
}
