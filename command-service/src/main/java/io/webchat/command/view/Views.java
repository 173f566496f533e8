package io.webchat.command.view;

import io.webchat.domain.user.UserId;
import io.webchat.support.consistency.ConsistencyToken;
import io.webchat.support.consistency.ConsistencyTokens;
import io.webchat.support.problem.ProblemException;
import io.webchat.support.problem.ProblemType;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Asks projection-service as the person whose request is being handled: with their access token, and at their
 * consistency token. So the answer contains what they have seen, and nothing that they may not see.
 */
public final class Views {
    private static final Logger log = LoggerFactory.getLogger(Views.class);

    private final RestClient projection;
    private final ConsistencyTokens tokens;

    Views(RestClient projection, ConsistencyTokens tokens) {
        this.projection = projection;
        this.tokens = tokens;
    }

    /**
     * The answer to a query; empty if what it asks about does not exist, or the person may not see it. Throws
     * {@code view-unavailable} (503) if there is none because the service is away, fails, breaks off, or is behind;
     * {@code too-many-requests} (429) if the person may read nothing more for now.
     */
    public <T> Optional<T> get(UserId user, ConsistencyToken seen, Class<T> type, String path, Object... variables) {
        try {
            return Optional.ofNullable(projection
                    .get()
                    .uri(path, variables)
                    .header(HttpHeaders.AUTHORIZATION, authorization())
                    .header(ConsistencyTokens.HEADER, tokens.encode(user, seen))
                    .retrieve()
                    .body(type));
        } catch (HttpClientErrorException.NotFound e) {
            return Optional.empty();
        } catch (HttpClientErrorException.TooManyRequests e) {
            // What is looked up for somebody counts among what they read.
            throw new ProblemException(ProblemType.TOO_MANY_REQUESTS, "You have looked up too much for now.")
                    .retryAfter(retryAfter(e));
        } catch (HttpClientErrorException.Unauthorized e) {
            throw new ProblemException(ProblemType.UNAUTHENTICATED, "The access token has expired meanwhile.");
        } catch (HttpClientErrorException e) {
            throw e;
        } catch (RestClientException e) {
            log.warn("the view of messages does not answer: {}", e.toString());
            throw new ProblemException(
                            ProblemType.VIEW_UNAVAILABLE, "What is known of the message cannot be looked up just now.")
                    .retryAfter(Duration.ofSeconds(1));
        }
    }

    private static Duration retryAfter(HttpClientErrorException refusal) {
        var headers = Objects.requireNonNullElse(refusal.getResponseHeaders(), HttpHeaders.EMPTY);
        var seconds = headers.getFirst(HttpHeaders.RETRY_AFTER);
        return Duration.ofSeconds(seconds == null ? 1 : Long.parseLong(seconds));
    }

    private static String authorization() {
        var request = (ServletRequestAttributes) RequestContextHolder.currentRequestAttributes();
        return Objects.requireNonNullElse(request.getRequest().getHeader(HttpHeaders.AUTHORIZATION), "");
    }
}
