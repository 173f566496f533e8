package io.webchat.sample;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.webchat.domain.Rejection;
import io.webchat.domain.structure.ServerName;
import io.webchat.domain.user.UserId;
import io.webchat.log.LogEpoch;
import io.webchat.support.consistency.ConsistencyToken;
import io.webchat.support.limit.LargerRequests;
import io.webchat.support.problem.ProblemException;
import io.webchat.support.token.AuthenticatedUser;
import io.webchat.support.token.PublicPaths;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.util.unit.DataSize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A service with one endpoint for each thing that this module does. */
@SpringBootApplication(excludeName = "io.webchat.support.log.LogAutoConfiguration")
public class SampleService {
    @Bean
    LogEpoch logEpoch() {
        return new LogEpoch("epoch-1");
    }

    @Bean
    PublicPaths publicPaths() {
        return PublicPaths.of("POST /api/public/**", "PUT /api/public/**", "GET /api/public/{name}");
    }

    @Bean
    LargerRequests uploads() {
        return LargerRequests.of(
                HttpMethod.PUT, "/api/public/files/{name}", DataSize.ofKilobytes(20), Duration.ofSeconds(6));
    }

    public record Command(
            @NotNull @Size(max = 5, message = "must have at most 5 characters")
            String label,

            @Nullable ServerName name,
            @Nullable @Valid Item item,
            @Nullable Integer count) {}

    public record Item(@NotNull UserId owner) {}

    public record Answer(
            @Nullable String absent,

            @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable
            String next,

            Instant at) {}

    @RestController
    static class Endpoints {
        @GetMapping("/api/me")
        Map<String, Object> me(AuthenticatedUser user) {
            return Map.of("userId", user.userId(), "sessionId", user.sessionId());
        }

        @GetMapping("/api/token")
        Map<String, Long> token(ConsistencyToken token) {
            return token.positions();
        }

        @GetMapping("/api/users/{userId}")
        Map<String, UserId> byId(@PathVariable UserId userId) {
            return Map.of("userId", userId);
        }

        @GetMapping("/api/public/answer")
        Answer answer() {
            return new Answer(null, null, Instant.parse("2026-01-01T00:00:00.120Z"));
        }

        @GetMapping("/api/public/list")
        String list(@RequestParam @Max(value = 100, message = "must be at most 100") int limit) {
            return "\"" + limit + "\"";
        }

        @GetMapping("/api/public/since")
        Map<String, Instant> since(@RequestParam Instant at) {
            return Map.of("at", at);
        }

        @GetMapping("/api/public/needs-header")
        String needsHeader(@RequestHeader("Idempotency-Key") String key) {
            return "\"" + key + "\"";
        }

        @GetMapping("/api/public/rejected")
        String rejected() {
            throw ProblemException.rejected(new Rejection(Rejection.Reason.UNKNOWN_SERVER, "No such server."));
        }

        @GetMapping("/api/public/broken")
        String broken() {
            throw new IllegalStateException("a detail that must not leak");
        }

        @GetMapping("/api/public/without-store")
        String withoutStore() {
            throw new DataAccessResourceFailureException("a detail that must not leak");
        }

        @GetMapping("/api/public/for-users")
        String forUsers(AuthenticatedUser user) {
            return "\"" + user.userId() + "\"";
        }

        @GetMapping("/api/public/stuck")
        String stuck() throws InterruptedException {
            new CountDownLatch(1).await();
            return "never";
        }

        @PostMapping("/api/public/commands")
        Map<String, Integer> command(@RequestBody @Valid Command command) {
            return Map.of("length", command.label().length());
        }

        @PutMapping("/api/public/files/{name}")
        Map<String, Integer> upload(@PathVariable String name, InputStream body) throws IOException {
            return Map.of("length", body.readAllBytes().length);
        }

        @PostMapping(path = "/api/public/bytes", consumes = MediaType.APPLICATION_OCTET_STREAM_VALUE)
        Map<String, Integer> bytes(@RequestBody byte[] body) {
            return Map.of("length", body.length);
        }
    }
}
