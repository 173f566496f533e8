package io.webchat.command.view;

import io.micrometer.observation.ObservationRegistry;
import io.webchat.support.consistency.ConsistencyTokens;
import java.net.http.HttpClient;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ProjectionServiceProperties.class)
class ViewConfiguration {
    @Bean
    Views views(
            ProjectionServiceProperties properties,
            JsonMapper json,
            ConsistencyTokens tokens,
            ObservationRegistry observations) {
        var client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(properties.timeout())
                .build();
        var requests = new JdkClientHttpRequestFactory(client);
        requests.setReadTimeout(properties.timeout());
        var projection = RestClient.builder()
                .observationRegistry(observations)
                .baseUrl(properties.url())
                .requestFactory(requests)
                .configureMessageConverters(
                        converters -> converters.withJsonConverter(new JacksonJsonHttpMessageConverter(json)))
                .build();
        return new Views(projection, tokens);
    }
}
