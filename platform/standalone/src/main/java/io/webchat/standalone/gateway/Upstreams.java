package io.webchat.standalone.gateway;

import java.net.URI;
import java.util.List;

/** Where requests go: every instance of each service, and the web app. */
public record Upstreams(List<URI> auth, List<URI> command, List<URI> projection, List<URI> push, List<URI> web) {
    public Upstreams {
        auth = List.copyOf(auth);
        command = List.copyOf(command);
        projection = List.copyOf(projection);
        push = List.copyOf(push);
        web = List.copyOf(web);
    }
}
