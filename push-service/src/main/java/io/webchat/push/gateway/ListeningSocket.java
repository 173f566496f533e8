package io.webchat.push.gateway;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.catalina.connector.Connector;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;

/** Where clients connect to. It can be closed without those who have connected. */
final class ListeningSocket {
    private final List<Connector> connectors = new CopyOnWriteArrayList<>();

    @EventListener
    void listens(WebServerInitializedEvent event) {
        var management = event.getApplicationContext().getServerNamespace() != null;
        if (!management && event.getWebServer() instanceof TomcatWebServer server) {
            connectors.addAll(List.of(server.getTomcat().getService().findConnectors()));
        }
    }

    /** Who connects from now on is refused by the system, which load balancers understand at once. */
    void close() {
        connectors.forEach(connector -> connector.getProtocolHandler().closeServerSocketGraceful());
    }
}
