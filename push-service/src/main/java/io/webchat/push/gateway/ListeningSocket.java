package io.webchat.push.gateway;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.jetty.server.NetworkConnector;
import org.springframework.boot.jetty.JettyWebServer;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;

/** Where clients connect to. It can be closed without those who have connected. */
final class ListeningSocket {
    private final List<NetworkConnector> connectors = new CopyOnWriteArrayList<>();

    @EventListener
    void listens(WebServerInitializedEvent event) {
        var management = event.getApplicationContext().getServerNamespace() != null;
        if (!management && event.getWebServer() instanceof JettyWebServer server) {
            for (var connector : server.getServer().getConnectors()) {
                if (connector instanceof NetworkConnector listening) {
                    connectors.add(listening);
                }
            }
        }
    }

    /** Who connects from now on is refused by the system, which load balancers understand at once. */
    void close() {
        connectors.forEach(NetworkConnector::close);
    }
}
