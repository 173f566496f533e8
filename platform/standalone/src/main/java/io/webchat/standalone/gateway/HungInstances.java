package io.webchat.standalone.gateway;

import io.undertow.server.handlers.proxy.LoadBalancingProxyClient;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes instances out of the turn that take connections and answer nothing, as a stopped process does, for as long as
 * another one of their service answers: else every second request would wait until its time is over. They come back
 * when they answer.
 *
 * <p>Each is asked every {@link #INTERVAL} for the options of the server, which needs no endpoint; one that is silent
 * for {@link #PATIENCE} twice is taken out, some five seconds after it stopped. What had been sent to it by then stays
 * with it. A service with one instance is left alone.
 */
final class HungInstances implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(HungInstances.class);
    private static final Duration INTERVAL = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final int SILENCES = 2;
    private static final byte[] OPTIONS =
            "OPTIONS * HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private final Map<List<URI>, Service> services = new HashMap<>();
    private final CountDownLatch closed = new CountDownLatch(1);

    /** The instances of one service, and who sends requests to them. */
    private static final class Service {
        final List<LoadBalancingProxyClient> clients = new ArrayList<>();
        private final List<URI> instances;
        private final Map<URI, Integer> silences = new HashMap<>();
        private final Set<URI> out = new HashSet<>();

        Service(List<URI> instances) {
            this.instances = instances;
        }

        synchronized void heard(URI instance, boolean isSilent) {
            silences.put(instance, isSilent ? silences.getOrDefault(instance, 0) + 1 : 0);
            var others = instances.size() - out.size() - (out.contains(instance) ? 0 : 1);
            if (!isSilent && out.remove(instance)) {
                log.info("{} answers again", instance);
                clients.forEach(client -> client.addHost(instance));
            } else if (silences.get(instance) >= SILENCES && others > 0 && out.add(instance)) {
                log.warn("{} takes connections and answers nothing: it is passed over", instance);
                clients.forEach(client -> client.removeHost(instance));
            }
        }
    }

    /** Watches the instances that a client sends requests to. */
    void watch(List<URI> instances, LoadBalancingProxyClient client) {
        if (instances.size() < 2) {
            return;
        }
        services.computeIfAbsent(instances, this::watched).clients.add(client);
    }

    private Service watched(List<URI> instances) {
        var service = new Service(instances);
        for (var instance : instances) {
            Thread.ofVirtual().name("watch-" + instance).start(() -> ask(service, instance));
        }
        return service;
    }

    private void ask(Service service, URI instance) {
        try {
            while (!closed.await(INTERVAL.toMillis(), TimeUnit.MILLISECONDS)) {
                service.heard(instance, isSilent(instance));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** One that takes no connections is not silent: whoever meets it goes to the next one. */
    private static boolean isSilent(URI instance) {
        var patience = Math.toIntExact(PATIENCE.toMillis());
        try (var socket = new Socket()) {
            socket.setSoTimeout(patience);
            socket.connect(new InetSocketAddress(instance.getHost(), instance.getPort()), patience);
            socket.getOutputStream().write(OPTIONS);
            var ignored = socket.getInputStream().read();
            return false;
        } catch (SocketTimeoutException e) {
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void close() {
        closed.countDown();
    }
}
