package io.webchat.auth;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.webchat.test.description.DescriptionContract;
import java.util.List;

class DescriptionTest extends DescriptionContract {
    private static final String COOKIE = "refreshCookie";

    DescriptionTest() {
        super("auth-service", AuthServiceApplication.class, Void.class);
    }

    /** The cookie is read from the request itself, and bodies that are checked later must be whole all the same. */
    @Override
    protected void refine(OpenAPI description) {
        var cookie = new SecurityScheme()
                .type(SecurityScheme.Type.APIKEY)
                .in(SecurityScheme.In.COOKIE)
                .name("webchat_refresh");
        description.getComponents().addSecuritySchemes(COOKIE, cookie);
        for (var path : List.of("/api/auth/refresh", "/api/auth/logout")) {
            description.getPaths().get(path).getPost().addSecurityItem(new SecurityRequirement().addList(COOKIE));
        }
        for (var name : List.of("RegistrationRequest", "PasswordChangeRequest")) {
            var schema = description.getComponents().getSchemas().get(name);
            schema.setRequired(schema.getProperties().keySet().stream().toList());
        }
        answersWithToken(description.getPaths().get("/api/auth/register").getPost());
        answersWithToken(description.getPaths().get("/api/auth/me").getPatch());
        answersWithToken(description.getPaths().get("/api/auth/me/avatar").getPut());
        answersWithToken(description.getPaths().get("/api/auth/me/avatar").getDelete());
    }
}
