package io.webchat.client.smoke;

import static io.webchat.client.smoke.Steps.expect;

import io.webchat.client.CreatedServer;
import io.webchat.client.Endpoints;
import io.webchat.client.HistoryMessage;
import io.webchat.client.Ids;
import io.webchat.client.PageRequest;
import io.webchat.client.PostedMessage;
import io.webchat.client.ServerSummary;
import io.webchat.client.WebChatClient;
import io.webchat.client.gateway.GatewayConnection;
import io.webchat.client.gateway.ReceivedMessages;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Two users, Ada and Bo, and everything that must work between them. */
final class Journey {
    private static final long PATIENCE_SECONDS = 10;
    private static final double ACCEPT_LIMIT_MILLIS = 10;
    private static final double DELIVERY_LIMIT_MILLIS = 20;
    private static final String PASSWORD = "smoke-run-password";

    private final HttpClient http;
    private final Endpoints endpoints;
    private final Pace pace;
    private final Steps steps;
    private final String run = Long.toString(System.currentTimeMillis(), 36);

    Journey(HttpClient http, Endpoints endpoints, Pace pace, Steps steps) {
        this.http = http;
        this.endpoints = endpoints;
        this.pace = pace;
        this.steps = steps;
    }

    /** Never throws for a failed step: the report says so. */
    Report run() {
        try {
            var sends = walk();
            return report(
                    Latency.of(sends.acceptNanos(), ACCEPT_LIMIT_MILLIS),
                    Latency.of(sends.deliveryNanos(), DELIVERY_LIMIT_MILLIS),
                    true);
        } catch (Steps.Failed e) {
            return report(null, null, false);
        }
    }

    private Report report(@Nullable Latency accept, @Nullable Latency delivery, boolean ok) {
        return new Report(steps.taken(), accept, delivery, pace, ok);
    }

    private TimedSends walk() {
        steps.take("register two users", () -> {
            user().register(email("ada"), name("ada"), PASSWORD);
            return user().register(email("bo"), name("bo"), PASSWORD);
        });
        var ada = user();
        var bo = user();
        steps.take("log in by e-mail address and by username", () -> {
            ada.login(email("ada"), PASSWORD);
            return bo.login(name("bo"), PASSWORD);
        });
        var server = meet(ada, bo);
        var channel = server.generalChannelId();

        var adaReceived = new ReceivedMessages();
        var boReceived = new ReceivedMessages();
        var sockets = steps.take(
                "connect two sockets", () -> List.of(live(ada.connect(adaReceived)), live(bo.connect(boReceived))));
        try (var adaSocket = sockets.getFirst();
                var boSocket = sockets.getLast()) {
            var first = Ids.fresh();
            steps.take("post a message", () -> ada.post(channel, first, "Hello, Bo!"));
            steps.take("both sockets receive it", () -> {
                arrived(adaReceived, first);
                return arrived(boReceived, first);
            });
            steps.take("the history contains it", () -> historyIs(ada, channel, List.of(first)));
            steps.take("a retried send does not double", () -> retry(ada, channel, first, boReceived));
            var resumed = steps.take(
                    "a dropped socket resumes with exactly what it missed", () -> miss(ada, bo, boSocket, channel));
            try (var _ = resumed.connection()) {
                return steps.take(
                        "%d sends at %d a second all arrive".formatted(pace.total(), pace.perSecond()),
                        () -> TimedSends.run(pace, ada.withoutConsistency(), channel, resumed.received()));
            }
        }
    }

    private CreatedServer meet(WebChatClient ada, WebChatClient bo) {
        var server = steps.take("create a server", () -> ada.createServer("Smoke " + run));
        var code = steps.take("make an invite", () -> ada.createInvite(server.serverId()))
                .code();
        steps.take("preview the invite without an account", () -> {
            // Ada's own token makes the view catch up; a stranger has none to wait with.
            ada.preview(code);
            var preview = user().preview(code);
            expect("name of the server", "Smoke " + run, preview.serverName());
            return preview;
        });
        steps.take("join by the invite", () -> {
            expect("joined server", server.serverId(), bo.join(code));
            var joined = bo.servers().stream().map(ServerSummary::serverId).toList();
            expect("Bo's servers", List.of(server.serverId()), joined);
            return joined;
        });
        return server;
    }

    private static List<UUID> retry(WebChatClient ada, UUID channel, UUID first, ReceivedMessages bo) throws Exception {
        ada.post(channel, first, "Hello, Bo!");
        // Whatever the retry brought about comes before this one, which is later in the same partition.
        var marker = Ids.fresh();
        ada.post(channel, marker, "Was that you twice?");
        arrived(bo, marker);
        expect("messages at the socket", List.of(first, marker), ids(bo.in(channel)));
        return historyIs(ada, channel, List.of(first, marker));
    }

    private record Resumed(GatewayConnection connection, ReceivedMessages received) {}

    private static Resumed miss(WebChatClient ada, WebChatClient bo, GatewayConnection lost, UUID channel)
            throws Exception {
        lost.drop();
        var missed = List.of(Ids.fresh(), Ids.fresh(), Ids.fresh());
        for (var messageId : missed) {
            ada.post(channel, messageId, "Are you there?");
        }
        var received = new ReceivedMessages();
        var connection = live(bo.resume(lost.resumePoint().orElseThrow(), received));
        arrived(received, missed.getLast());
        expect("messages after resuming", missed, ids(received.in(channel)));
        expect("resets", List.of(), received.resets());
        return new Resumed(connection, received);
    }

    private static List<UUID> historyIs(WebChatClient reader, UUID channel, List<UUID> expected) {
        var page = reader.messages(channel, PageRequest.newest(PageRequest.MAX_LIMIT));
        var history = page.messages().stream().map(HistoryMessage::messageId).toList();
        expect("messages in the history", expected, history);
        return history;
    }

    private static long arrived(ReceivedMessages received, UUID messageId) throws Exception {
        return received.arrival(messageId).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    private static GatewayConnection live(GatewayConnection connection) throws Exception {
        connection.caughtUp().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        return connection;
    }

    private static List<UUID> ids(List<PostedMessage> messages) {
        return messages.stream().map(PostedMessage::messageId).toList();
    }

    private WebChatClient user() {
        // The documents say what a client does about a 503, and ours does it.
        return new WebChatClient(http, endpoints).patient(Duration.ofSeconds(PATIENCE_SECONDS));
    }

    private String name(String user) {
        return user + "-" + run;
    }

    private String email(String user) {
        return name(user) + "@smoke.example";
    }
}
