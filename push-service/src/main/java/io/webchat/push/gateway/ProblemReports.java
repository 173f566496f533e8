package io.webchat.push.gateway;

import io.webchat.support.problem.ProblemType;
import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/** Answers what Jetty refuses before any filter sees it, such as a malformed request line or header. */
final class ProblemReports extends ErrorHandler {
    private final JsonMapper json;

    ProblemReports(JsonMapper json) {
        this.json = json;
    }

    @Override
    protected void generateResponse(
            Request request,
            Response response,
            int status,
            @Nullable String message,
            @Nullable Throwable cause,
            Callback callback) {
        var type = ProblemType.of(HttpStatusCode.valueOf(status));
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        var problem = json.writeValueAsBytes(type.because(type.title() + "."));
        response.write(true, ByteBuffer.wrap(problem), callback);
    }
}
