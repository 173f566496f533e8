package io.webchat.push.gateway;

import io.webchat.support.cors.CorsProperties;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.eclipse.jetty.server.ServerConnector;
import org.springframework.boot.jetty.servlet.JettyServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.socket.config.annotation.EnableWebSocket;
import org.springframework.web.socket.config.annotation.WebSocketConfigurer;
import org.springframework.web.socket.config.annotation.WebSocketHandlerRegistry;
import org.springframework.web.socket.handler.AbstractWebSocketHandler;
import org.springframework.web.socket.server.support.DefaultHandshakeHandler;
import tools.jackson.databind.json.JsonMapper;

/** Says where the gateway is and who may open a socket there. */
@Configuration(proxyBeanMethods = false)
@EnableWebSocket
class SocketConfiguration implements WebSocketConfigurer {
    private static final String PATH = "/ws";
    private static final int KERNEL_SEND_BUFFER = 64 * 1024;

    /** As many as Linux lets wait by default; Java asks for 50. */
    private static final int ACCEPT_QUEUE = 4_096;

    private final GatewayUpgrade upgrade;
    private final CorsProperties cors;

    SocketConfiguration(GatewayUpgrade upgrade, CorsProperties cors) {
        this.upgrade = upgrade;
        this.cors = cors;
    }

    /**
     * Browsers must come from an allowed origin or our own; whoever sends no origin is no browser. Spring checks the
     * handshake; the handler that it asks for is never called, because the upgrade puts its own in its place.
     */
    @Override
    public void registerWebSocketHandlers(WebSocketHandlerRegistry registry) {
        registry.addHandler(new AbstractWebSocketHandler() {}, PATH)
                .setHandshakeHandler(new DefaultHandshakeHandler(upgrade))
                .setAllowedOrigins(cors.allowedOrigins().toArray(String[]::new));
    }

    /**
     * What a request says is for nobody to read in an answer. Tomcat, below the other services, does not give one
     * either.
     */
    @Bean
    static FilterRegistrationBean<Filter> noTrace() {
        return new FilterRegistrationBean<>((request, response, rest) -> {
            if (((HttpServletRequest) request).getMethod().equals("TRACE")) {
                ((HttpServletResponse) response).sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
            } else {
                rest.doFilter(request, response);
            }
        });
    }

    @Bean
    static WebServerFactoryCustomizer<JettyServletWebServerFactory> problemReports(JsonMapper json) {
        return factory -> factory.addServerCustomizers(server -> server.setErrorHandler(new ProblemReports(json)));
    }

    /**
     * A send buffer that the kernel grew to megabytes would hide for a long time that a client does not read. And after
     * a restart everybody connects at once: who finds the queue full is passed over by the kernel without a word, and
     * tries again after a second.
     */
    @Bean
    static WebServerFactoryCustomizer<JettyServletWebServerFactory> buffersAndQueues() {
        return factory -> factory.addServerCustomizers(server -> {
            for (var connector : server.getConnectors()) {
                if (connector instanceof ServerConnector sockets) {
                    sockets.setAcceptedSendBufferSize(KERNEL_SEND_BUFFER);
                    sockets.setAcceptQueueSize(ACCEPT_QUEUE);
                }
            }
        });
    }
}
