package io.webchat.client;

import java.net.URI;

/**
 * Where the parts of a stack are. Behind the gateway they share one origin; a test that wants a particular instance
 * replaces one part by that instance's own origin.
 *
 * @param auth origin of {@code /api/auth/**}
 * @param commands origin of everything that changes something
 * @param queries origin of everything that only reads
 * @param gateway the URL of the WebSocket, path included
 */
public record Endpoints(URI auth, URI commands, URI queries, URI gateway) {

    /** Everything behind one origin, such as {@code http://localhost:3000}. */
    public static Endpoints of(URI origin) {
        return new Endpoints(origin, origin, origin, webSocket(origin));
    }

    public Endpoints withCommands(URI origin) {
        return new Endpoints(auth, origin, queries, gateway);
    }

    public Endpoints withQueries(URI origin) {
        return new Endpoints(auth, commands, origin, gateway);
    }

    public Endpoints withGateway(URI origin) {
        return new Endpoints(auth, commands, queries, webSocket(origin));
    }

    private static URI webSocket(URI origin) {
        var scheme = "https".equalsIgnoreCase(origin.getScheme()) ? "wss" : "ws";
        return URI.create(scheme + "://" + origin.getAuthority() + "/ws");
    }
}
