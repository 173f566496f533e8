package io.webchat.support.limit;

import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.util.unit.DataSize;

/** A request whose body is read under a limit. One without a body is left alone, a WebSocket handshake among them. */
final class BodyRequest extends HttpServletRequestWrapper {
    private final UnaryOperator<ServletInputStream> limited;
    private @Nullable ServletInputStream body;
    private @Nullable BufferedReader reader;

    private BodyRequest(HttpServletRequest request, UnaryOperator<ServletInputStream> limited) {
        super(request);
        this.limited = limited;
    }

    static HttpServletRequest limitedInTime(HttpServletRequest request, RequestDeadline deadline) {
        return hasBody(request) ? new BodyRequest(request, body -> new TimedBody(body, deadline)) : request;
    }

    static HttpServletRequest limitedInSize(HttpServletRequest request, DataSize limit) {
        return hasBody(request) ? new BodyRequest(request, body -> new CountedBody(body, limit)) : request;
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        if (body == null) {
            body = limited.apply(super.getInputStream());
        }
        return body;
    }

    @Override
    public BufferedReader getReader() throws IOException {
        if (reader == null) {
            var encoding = getCharacterEncoding();
            var charset = encoding == null ? StandardCharsets.UTF_8 : Charset.forName(encoding);
            reader = new BufferedReader(new InputStreamReader(getInputStream(), charset));
        }
        return reader;
    }

    static boolean hasBody(HttpServletRequest request) {
        return request.getContentLengthLong() > 0 || request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null;
    }
}
