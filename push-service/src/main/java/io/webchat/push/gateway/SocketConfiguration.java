package io.webchat.push.gateway;

import io.webchat.support.cors.CorsProperties;
import java.util.List;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.web.socket.WebSocketExtension;
import org.springframework.web.socket.config.annotation.EnableWebSocket;
import org.springframework.web.socket.config.annotation.WebSocketConfigurer;
import org.springframework.web.socket.config.annotation.WebSocketHandlerRegistry;
import org.springframework.web.socket.server.standard.ServletServerContainerFactoryBean;
import org.springframework.web.socket.server.support.DefaultHandshakeHandler;

/** Registers the endpoint and tunes Tomcat for many idle connections rather than few busy ones. */
@Configuration(proxyBeanMethods = false)
@EnableWebSocket
class SocketConfiguration implements WebSocketConfigurer {
    private static final int PART_CHARACTERS = 2 * 1024;
    private static final String HTTP_BUFFER = "2048";
    private static final String KERNEL_SEND_BUFFER = "65536";

    private final GatewayEndpoint endpoint;
    private final CorsProperties cors;

    SocketConfiguration(GatewayEndpoint endpoint, CorsProperties cors) {
        this.endpoint = endpoint;
        this.cors = cors;
    }

    /** Browsers must come from an allowed origin or our own; whoever sends no origin is no browser. */
    @Override
    public void registerWebSocketHandlers(WebSocketHandlerRegistry registry) {
        registry.addHandler(endpoint, "/ws")
                .setHandshakeHandler(new UncompressedHandshake())
                .setAllowedOrigins(cors.allowedOrigins().toArray(String[]::new));
    }

    @Bean
    ServletServerContainerFactoryBean webSocketContainer() {
        var container = new ServletServerContainerFactoryBean();
        container.setMaxTextMessageBufferSize(PART_CHARACTERS);
        container.setMaxBinaryMessageBufferSize(PART_CHARACTERS);
        return container;
    }

    /** A send buffer that the kernel grew to megabytes would hide for a long time that a client does not read. */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> smallBuffers() {
        return factory -> factory.addConnectorCustomizers(connector -> {
            connector.setProperty("socket.appReadBufSize", HTTP_BUFFER);
            connector.setProperty("socket.appWriteBufSize", HTTP_BUFFER);
            connector.setProperty("socket.txBufSize", KERNEL_SEND_BUFFER);
        });
    }

    /** Compression would cost hundreds of kilobytes for each connection and the work for each recipient anew. */
    private static final class UncompressedHandshake extends DefaultHandshakeHandler {
        @Override
        protected List<WebSocketExtension> filterRequestedExtensions(
                ServerHttpRequest request, List<WebSocketExtension> requested, List<WebSocketExtension> supported) {
            return List.of();
        }
    }
}
