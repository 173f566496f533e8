package io.webchat.projection.export;

import io.webchat.domain.structure.ChannelId;
import io.webchat.domain.structure.Server;
import io.webchat.domain.structure.ServerId;
import io.webchat.support.consistency.ConsistencyToken;
import io.webchat.support.token.AuthenticatedUser;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.constraints.Min;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Streams the messages of a channel or a server to those who may take them out. The log says who did. */
@RestController
class ExportEndpoint {
    private static final Logger log = LoggerFactory.getLogger(ExportEndpoint.class);

    private final ExportAccess access;
    private final Exports exports;
    private final ExportSlots slots;
    private final JsonMapper json;

    ExportEndpoint(ExportAccess access, Exports exports, ExportSlots slots, JsonMapper json) {
        this.access = access;
        this.exports = exports;
        this.slots = slots;
        this.json = json;
    }

    @GetMapping("/api/channels/{channelId}/export")
    void exportChannel(
            @PathVariable ChannelId channelId,
            @RequestParam(required = false) @Nullable String format,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Min(1) @Nullable Long limit,
            AuthenticatedUser user,
            ConsistencyToken caller,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var scope = access.channel(channelId, user, caller);
        write("channel " + channelId, scope, new Wish(format, after, limit), caller, request, response);
    }

    @GetMapping("/api/servers/{serverId}/export")
    void exportServer(
            @PathVariable ServerId serverId,
            @RequestParam(required = false) @Nullable String format,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Min(1) @Nullable Long limit,
            AuthenticatedUser user,
            ConsistencyToken caller,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var scope = access.server(serverId, user, caller);
        write("server " + serverId, scope, new Wish(format, after, limit), caller, request, response);
    }

    private record Wish(
            @Nullable String format,
            @Nullable String after,
            @Nullable Long limit) {
        @Nullable
        ExportCursor cursor() {
            return after == null ? null : ExportCursor.parse(after);
        }

        long atMost() {
            return limit == null ? Long.MAX_VALUE : limit;
        }
    }

    private void write(
            String what,
            ExportScope scope,
            Wish wish,
            ConsistencyToken caller,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var format = ExportFormat.of(wish.format(), request.getHeader(HttpHeaders.ACCEPT));
        var after = wish.cursor();
        try (var ignored = slots.take(scope.user())) {
            var end = exports.write(scope, after, wish.atMost(), caller, server -> {
                log.info("user {} exports {} as {} after {}", scope.user(), what, format, wish.after());
                return begin(response, format, titleOf(server, scope));
            });
            log.info(
                    "user {} has exported {} messages of {}: {}",
                    scope.user(),
                    end.messages(),
                    what,
                    end.complete() ? "complete" : end.problem() == null ? "to be continued" : end.problem());
        }
    }

    private ExportSink begin(HttpServletResponse response, ExportFormat format, String title) throws IOException {
        response.setContentType(format.contentType());
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(format.fileName(title), StandardCharsets.UTF_8)
                        .build()
                        .toString());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        // For nginx: as it comes, and not to a file first.
        response.setHeader("X-Accel-Buffering", "no");
        return format.to(response.getOutputStream(), json);
    }

    private static String titleOf(Server server, ExportScope scope) {
        var channel = scope.only() == null ? null : server.channels().get(scope.only());
        return channel == null ? server.name() : channel.name();
    }
}
