package io.webchat.auth.webpush;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.utils.DateUtils;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Posts to push services. Where it leads is for whoever subscribed to say, so nothing private is reached: the addresses
 * that a name has are looked at where they are connected to, not before, when it might have had others. No redirect is
 * followed, nothing of an answer but its head is used, whatever becomes of the rest, and no exchange takes longer than
 * it may. Thread-safe.
 */
@Component
class PushTransport implements AutoCloseable {
    /** What is read of an answer so that its connection can be used again; one with more is hung up on. */
    private static final int LONGEST_BODY = 4_096;

    private final CloseableHttpClient http;
    private final ScheduledExecutorService deadlines;
    private final Duration timeout;
    private final Clock clock;

    PushTransport(WebPushProperties properties, Clock clock) {
        this.timeout = properties.timeout();
        this.clock = clock;
        var limit = Timeout.of(timeout);
        var connections = PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(properties.insecureEndpoints() ? SystemDefaultDnsResolver.INSTANCE : PUBLIC_ONLY)
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(limit)
                        .setSocketTimeout(limit)
                        .build())
                .setMaxConnTotal(properties.concurrency())
                .setMaxConnPerRoute(properties.concurrency())
                .build();
        http = HttpClients.custom()
                .setConnectionManager(connections)
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(limit)
                        .setResponseTimeout(limit)
                        .build())
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableContentCompression()
                .disableAuthCaching()
                .evictIdleConnections(TimeValue.ofMinutes(1))
                .build();
        deadlines = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("web-push-deadlines").daemon().factory());
    }

    /**
     * What a push service says.
     *
     * @param retryAfter when it wants to be asked again; null if it does not say
     */
    record Answer(int status, @Nullable Duration retryAfter) {}

    /** Throws {@link IOException} if there is no answer, or may be none. */
    Answer post(URI endpoint, Map<String, String> headers, byte[] body) throws IOException {
        var request = new HttpPost(endpoint);
        headers.forEach(request::setHeader);
        request.setEntity(new ByteArrayEntity(body, null));
        var head = new AtomicReference<@Nullable Answer>();
        var deadline = deadlines.schedule(request::cancel, timeout.toMillis(), TimeUnit.MILLISECONDS);
        try {
            return http.execute(request, response -> {
                var answer = answer(response);
                head.set(answer);
                // The client reads on to the end.
                if (isLong(response.getEntity())) {
                    request.cancel();
                }
                return answer;
            });
        } catch (IOException e) {
            var answer = head.get();
            if (answer == null) {
                throw e;
            }
            return answer;
        } finally {
            deadline.cancel(false);
        }
    }

    private Answer answer(ClassicHttpResponse response) {
        var retry = Optional.ofNullable(response.getFirstHeader(HttpHeaders.RETRY_AFTER))
                .map(Header::getValue)
                .flatMap(this::duration)
                .orElse(null);
        return new Answer(response.getCode(), retry);
    }

    /** Or of a length that it does not tell. */
    private static boolean isLong(@Nullable HttpEntity body) {
        return body != null && (body.getContentLength() < 0 || body.getContentLength() > LONGEST_BODY);
    }

    /** Seconds, or a date. */
    private Optional<Duration> duration(String retryAfter) {
        if (retryAfter.matches("\\d{1,9}")) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(retryAfter)));
        }
        Instant date = DateUtils.parseStandardDate(retryAfter);
        return Optional.ofNullable(date).map(then -> Duration.between(clock.instant(), then));
    }

    @Override
    public void close() throws IOException {
        deadlines.shutdownNow();
        http.close();
    }

    /** Knows no private address. */
    private static final DnsResolver PUBLIC_ONLY = new DnsResolver() {
        @Override
        public InetAddress[] resolve(String host) throws UnknownHostException {
            var addresses = Arrays.stream(SystemDefaultDnsResolver.INSTANCE.resolve(host))
                    .filter(PublicAddresses::isPublic)
                    .toArray(InetAddress[]::new);
            if (addresses.length == 0) {
                throw new UnknownHostException("no public address");
            }
            return addresses;
        }

        @Override
        public String resolveCanonicalHostname(String host) throws UnknownHostException {
            return SystemDefaultDnsResolver.INSTANCE.resolveCanonicalHostname(host);
        }
    };
}
