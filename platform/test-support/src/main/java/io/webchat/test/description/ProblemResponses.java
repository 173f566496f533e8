package io.webchat.test.description;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.webchat.support.problem.ProblemType;
import java.util.Arrays;
import java.util.List;
import org.springframework.http.HttpStatus;

/** Problem details as components: a response for each status, which lists the types that have it. */
final class ProblemResponses {
    private static final String PROBLEM = "Problem";
    private static final List<HttpStatus> RETRIED =
            List.of(HttpStatus.TOO_MANY_REQUESTS, HttpStatus.SERVICE_UNAVAILABLE);

    private ProblemResponses() {}

    /** All that there are, in any service. */
    static void addTo(Components components) {
        components.addSchemas(PROBLEM, problem());
        Arrays.stream(ProblemType.values())
                .map(ProblemType::status)
                .distinct()
                .forEach(status -> components.addResponses(name(status), response(status)));
    }

    /** Says that an operation may answer with a problem of the status. */
    static void addTo(Operation operation, int status) {
        operation
                .getResponses()
                .addApiResponse(
                        String.valueOf(status),
                        new ApiResponse().$ref("#/components/responses/" + name(HttpStatus.valueOf(status))));
    }

    /** In words, without spaces: {@code ContentTooLarge}. */
    private static String name(HttpStatus status) {
        return status.getReasonPhrase().replace(" ", "");
    }

    private static ApiResponse response(HttpStatus status) {
        var types = Arrays.stream(ProblemType.values())
                .filter(type -> type.status() == status)
                .toList();
        var kinds = new StringSchema();
        types.forEach(type -> kinds.addEnumItem(type.uri().toString()));
        var schema = new Schema<>()
                .addAllOfItem(new Schema<>().$ref("#/components/schemas/" + PROBLEM))
                .addAllOfItem(new ObjectSchema().addProperty("type", kinds));
        var response = new ApiResponse()
                .description(
                        String.join("; ", types.stream().map(ProblemType::title).toList()))
                .content(new Content().addMediaType("application/problem+json", new MediaType().schema(schema)));
        if (RETRIED.contains(status)) {
            response.addHeaderObject(
                    "Retry-After", new Header().description("In seconds").schema(new IntegerSchema()));
        }
        return response;
    }

    private static Schema<?> problem() {
        var fault = new ObjectSchema()
                .addProperty("field", new StringSchema())
                .addProperty("message", new StringSchema())
                .required(List.of("field", "message"));
        return new ObjectSchema()
                .description("A problem detail (RFC 9457); see ../problems.md for what each type means")
                .addProperty("type", new StringSchema().format("uri").description("Never changes its meaning"))
                .addProperty("title", new StringSchema().description("For people"))
                .addProperty("status", new IntegerSchema())
                .addProperty("detail", new StringSchema().description("For people"))
                .addProperty("instance", new StringSchema().format("uri-reference"))
                .addProperty("errors", new ArraySchema().items(fault).description("Which fields are at fault"))
                .addProperty("correlationId", new StringSchema().description("Finds it in the logs"))
                .required(List.of("type", "title", "status"));
    }
}
