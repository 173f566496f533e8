package io.webchat.benchmark.command;

import io.webchat.client.Endpoints;
import io.webchat.client.Ids;
import io.webchat.client.WebChatClient;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Some people, each with a server of their own to talk in. What they create stays. What is refused for the moment they
 * repeat, as the documents tell clients to and as Kafka's producer does: it then took that much longer.
 */
record WebChatSide(List<Person> people) {
    private static final int PEOPLE = 8;
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String PASSWORD = "benchmark-password";

    /** Somebody, and the channel that they write to and rename. */
    private record Person(WebChatClient client, UUID channel) {}

    /** Registers them. */
    static WebChatSide create(HttpClient http, Endpoints endpoints) {
        var run = Long.toString(System.currentTimeMillis(), 36);
        var people = new ArrayList<Person>();
        for (var i = 0; i < PEOPLE; i++) {
            var client = new WebChatClient(http, endpoints);
            var name = "bench-" + run + "-" + i;
            client.register(name + "@bench.example", name, PASSWORD);
            var server = client.createServer("Benchmark " + run);
            people.add(new Person(client.withoutConsistency().patient(PATIENCE), server.generalChannelId()));
        }
        return new WebChatSide(people);
    }

    /** A structural command: a channel gets a name that it has never had. */
    void rename(int index) {
        var person = person(index);
        person.client().renameChannel(person.channel(), "channel " + Ids.fresh());
    }

    void send(int index) {
        var person = person(index);
        person.client().post(person.channel(), Ids.fresh(), Messages.CONTENT);
    }

    private Person person(int index) {
        return people.get(index % people.size());
    }
}
