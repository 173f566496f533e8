package io.webchat.support.cors;

import io.webchat.support.problem.ProblemType;
import java.io.IOException;
import org.springframework.http.MediaType;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.cors.DefaultCorsProcessor;
import tools.jackson.databind.json.JsonMapper;

/** Refuses an origin with a problem detail instead of a line of text. */
final class ProblemCorsProcessor extends DefaultCorsProcessor {
    private final JsonMapper json;

    ProblemCorsProcessor(JsonMapper json) {
        this.json = json;
    }

    @Override
    protected void rejectRequest(ServerHttpResponse response) throws IOException {
        var problem = ProblemType.ORIGIN_NOT_ALLOWED.because(
                "Requests from this origin are not allowed. The operator can add it to CORS_ALLOWED_ORIGINS.");
        response.setStatusCode(ProblemType.ORIGIN_NOT_ALLOWED.status());
        response.getHeaders().setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        response.getBody().write(json.writeValueAsBytes(problem));
        response.flush();
    }
}
