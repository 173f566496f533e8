package io.webchat.test.description;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import io.webchat.support.consistency.ConsistencyToken;
import io.webchat.support.consistency.ConsistencyTokens;
import io.webchat.support.token.AuthenticatedUser;
import java.util.List;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Lets a service describe itself, while a test asks it to. */
@Configuration(proxyBeanMethods = false)
class ServiceDescription {
    /** The property that names the service. */
    static final String SERVICE = "webchat.description.service";

    /** The property that names the type of the parameter which reads an idempotency key. */
    static final String KEYED = "webchat.description.keyed";

    private static final String TOKEN = "What its bearer has written: a query waits for it; see ../http-api.md";

    @Bean
    DomainSchemas domainSchemas() {
        return new DomainSchemas();
    }

    /** A value of the domain is one parameter, while {@code @ModelAttribute} records are one for each component. */
    @Bean
    OperationCustomizer handlerDescription(Environment environment) throws ClassNotFoundException {
        var keyed = Class.forName(environment.getRequiredProperty(KEYED));
        SpringDocUtils.getConfig()
                .addRequestWrapperToIgnore(AuthenticatedUser.class, ConsistencyToken.class, keyed)
                .addSimpleTypePredicateForParameterObject(type -> type.getName().startsWith(DomainSchemas.DOMAIN));
        return new HandlerDescription(keyed);
    }

    /** What the tables of {@code http-api.md} say of each endpoint. */
    @Bean
    OpenApiCustomizer documentedEndpoints(Environment environment) {
        var service = environment.getRequiredProperty(SERVICE);
        return description -> DocumentedEndpoint.of(service).forEach(endpoint -> {
            var path = description.getPaths().get(endpoint.path());
            var operation =
                    path == null ? null : path.readOperationsMap().get(PathItem.HttpMethod.valueOf(endpoint.method()));
            if (operation == null) {
                return;
            }
            operation.setDescription(endpoint.description());
            endpoint.statuses().stream()
                    .filter(status -> status >= 400)
                    .forEach(status -> ProblemResponses.addTo(operation, status));
            if (endpoint.needsPermission()) {
                ProblemResponses.addTo(operation, 403);
            }
        });
    }

    @Bean
    OpenAPI description(Environment environment) {
        var service = environment.getRequiredProperty(SERVICE);
        var components = new Components()
                .addSecuritySchemes(
                        HandlerDescription.BEARER,
                        new SecurityScheme()
                                .type(SecurityScheme.Type.HTTP)
                                .scheme("bearer")
                                .bearerFormat("JWT"))
                .addHeaders("ConsistencyToken", new Header().description(TOKEN).schema(new StringSchema()));
        components.addParameters("ConsistencyToken", HandlerDescription.header(ConsistencyTokens.HEADER, TOKEN));
        components.addParameters(
                "IdempotencyKey",
                HandlerDescription.header(
                                "Idempotency-Key", "Names the command, so that it can be repeated without harm")
                        .required(true)
                        .schema(new StringSchema().minLength(1).maxLength(128)));
        ProblemResponses.addTo(components);
        return new OpenAPI()
                .info(new Info()
                        .title("WebChat " + service)
                        .version("1")
                        .description("The conventions of all services are in ../http-api.md"))
                .servers(List.of(new Server().url("/").description("The gateway")))
                .components(components);
    }
}
