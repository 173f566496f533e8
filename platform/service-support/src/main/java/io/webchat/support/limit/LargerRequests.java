package io.webchat.support.limit;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.springframework.http.HttpMethod;
import org.springframework.util.Assert;
import org.springframework.util.unit.DataSize;
import org.springframework.web.util.ServletRequestPathUtils;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Requests of one kind that may cost more than others, such as the upload of a file. A service declares each kind as a
 * bean. How long a body may stop to arrive is the same for all.
 *
 * @param maxBody the largest body, in place of {@code webchat.limit.max-body}
 * @param requestTime in place of {@code webchat.limit.request-time}
 * @param isStreamed whether only a piece of the body is in memory at a time
 */
public record LargerRequests(
        HttpMethod method, PathPattern path, DataSize maxBody, Duration requestTime, boolean isStreamed) {
    public LargerRequests {
        Assert.isTrue(maxBody.toBytes() > 0, "max body: " + maxBody + " (expected: > 0)");
        Assert.isTrue(requestTime.isPositive(), "request time: " + requestTime + " (expected: > 0)");
    }

    /**
     * Those whose body is read as a whole.
     *
     * @param path a Spring path pattern, such as {@code "/api/files/{id}"}
     */
    public static LargerRequests of(HttpMethod method, String path, DataSize maxBody, Duration requestTime) {
        return new LargerRequests(method, PathPatternParser.defaultInstance.parse(path), maxBody, requestTime, false);
    }

    /**
     * Those whose body is read piece by piece.
     *
     * @param path a Spring path pattern, such as {@code "/api/files/{id}"}
     */
    public static LargerRequests streamed(HttpMethod method, String path, DataSize maxBody, Duration requestTime) {
        return new LargerRequests(method, PathPatternParser.defaultInstance.parse(path), maxBody, requestTime, true);
    }

    boolean include(HttpServletRequest request) {
        return method.matches(request.getMethod())
                && path.matches(ServletRequestPathUtils.parseAndCache(request).pathWithinApplication());
    }
}
