package io.webchat.push.gateway;

import io.webchat.support.cors.CorsProperties;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.Collections;
import java.util.Enumeration;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.socket.WebSocketHttpHeaders;
import org.springframework.web.socket.config.annotation.EnableWebSocket;
import org.springframework.web.socket.config.annotation.WebSocketConfigurer;
import org.springframework.web.socket.config.annotation.WebSocketHandlerRegistry;
import org.springframework.web.socket.server.standard.ServletServerContainerFactoryBean;

/** Registers the endpoint and tunes Tomcat for many idle connections rather than few busy ones. */
@Configuration(proxyBeanMethods = false)
@EnableWebSocket
class SocketConfiguration implements WebSocketConfigurer {
    private static final String PATH = "/ws";
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
        registry.addHandler(endpoint, PATH)
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

    /**
     * Compression would cost hundreds of kilobytes for each connection, and the same work for each recipient anew.
     * Tomcat accepts it whenever a client offers it, whatever the handshake handler says, so it does not get to see the
     * offer.
     */
    @Bean
    FilterRegistrationBean<Filter> withoutCompression() {
        Filter filter = (request, response, chain) -> chain.doFilter(
                request instanceof HttpServletRequest http ? new WithoutExtensions(http) : request, response);
        var registration = new FilterRegistrationBean<>(filter);
        registration.addUrlPatterns(PATH);
        return registration;
    }

    private static final class WithoutExtensions extends HttpServletRequestWrapper {
        WithoutExtensions(HttpServletRequest request) {
            super(request);
        }

        @Override
        public Enumeration<String> getHeaders(String name) {
            return name.equalsIgnoreCase(WebSocketHttpHeaders.SEC_WEBSOCKET_EXTENSIONS)
                    ? Collections.emptyEnumeration()
                    : super.getHeaders(name);
        }
    }
}
