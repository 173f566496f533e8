package io.webchat.test;

import static java.util.stream.Collectors.toMap;

import com.google.protobuf.ByteString;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.webchat.log.Ids;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** Where services under test export their traces to, by OTLP over HTTP. */
public final class TraceSink implements AutoCloseable {
    private final List<Span> spans = new CopyOnWriteArrayList<>();
    private final HttpServer server;

    private TraceSink(HttpServer server) {
        this.server = server;
        server.createContext("/v1/traces", this::receive);
        server.start();
    }

    /** One on a free loopback port. */
    public static TraceSink open() {
        try {
            return new TraceSink(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /**
     * What a service has exported.
     *
     * @param parentId empty for the first of its trace
     */
    public record Span(
            String traceId,
            String spanId,
            String parentId,
            String service,
            String name,
            Map<String, String> attributes) {}

    /** A trace that somebody outside has begun, and records. */
    public record Begun(String traceId, String spanId) {
        public static Begun trace() {
            return new Begun(hex(), hex().substring(16));
        }

        /** The value of the header that continues it. */
        public String traceparent() {
            return "00-" + traceId + "-" + spanId + "-01";
        }

        private static String hex() {
            return Ids.fresh().toString().replace("-", "");
        }
    }

    /** Settings of a service that exports to here, soon: {@code name=value}. Only traces that others have begun. */
    public String[] settings(String... others) {
        var endpoint = "http://127.0.0.1:" + server.getAddress().getPort() + "/v1/traces";
        return Stream.concat(
                        Stream.of(
                                "management.opentelemetry.tracing.export.otlp.endpoint=" + endpoint,
                                "management.opentelemetry.tracing.export.schedule-delay=100ms",
                                "management.tracing.sampling.probability=0"),
                        Stream.of(others))
                .toArray(String[]::new);
    }

    /** What has arrived of a trace. */
    public List<Span> spans(Begun trace) {
        return spans.stream()
                .filter(span -> span.traceId().equals(trace.traceId()))
                .toList();
    }

    private void receive(HttpExchange exchange) throws IOException {
        try (exchange) {
            ExportTraceServiceRequest.parseFrom(exchange.getRequestBody()).getResourceSpansList().stream()
                    .flatMap(TraceSink::spans)
                    .forEach(spans::add);
            exchange.sendResponseHeaders(200, -1);
        }
    }

    private static Stream<Span> spans(ResourceSpans of) {
        var service = attributes(of.getResource().getAttributesList()).getOrDefault("service.name", "");
        return of.getScopeSpansList().stream()
                .flatMap(scope -> scope.getSpansList().stream())
                .map(span -> new Span(
                        hex(span.getTraceId()),
                        hex(span.getSpanId()),
                        hex(span.getParentSpanId()),
                        service,
                        span.getName(),
                        attributes(span.getAttributesList())));
    }

    private static Map<String, String> attributes(List<KeyValue> attributes) {
        return attributes.stream()
                .collect(toMap(KeyValue::getKey, each -> each.getValue().getStringValue()));
    }

    private static String hex(ByteString id) {
        return HexFormat.of().formatHex(id.toByteArray());
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
