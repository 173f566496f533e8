package io.webchat.client;

import io.webchat.client.gateway.GatewayConnection;
import io.webchat.client.gateway.GatewayFollower;
import io.webchat.client.gateway.GatewayListener;
import io.webchat.client.gateway.ResumePoint;
import java.net.HttpCookie;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One user of WebChat. Calls block (use virtual threads for many), may come from any thread, and are not repeated
 * unless the client is {@linkplain #patient patient}; a refused one throws {@link ProblemException}, one without an
 * answer {@link java.io.UncheckedIOException}.
 *
 * <p>The client reads its own writes: it carries the consistency token of every answer to every later request. An
 * access token about to expire is refreshed first. At most four commands of a user are under way at once; more wait.
 */
public final class WebChatClient {
    private static final Duration REFRESH_BEFORE = Duration.ofSeconds(30);
    private static final String REFRESH_COOKIE = "webchat_refresh";

    private final HttpClient http;
    private final Endpoints endpoints;
    private final Account account;
    private final Duration patience;
    private final boolean readsOwnWrites;

    /** A user who has not logged in yet. The HTTP client may be shared by any number of users. */
    public WebChatClient(HttpClient http, Endpoints endpoints) {
        this(http, endpoints, new Account(), Duration.ZERO, true);
    }

    private WebChatClient(
            HttpClient http, Endpoints endpoints, Account account, Duration patience, boolean readsOwnWrites) {
        this.http = http;
        this.endpoints = endpoints;
        this.account = account;
        this.patience = patience;
        this.readsOwnWrites = readsOwnWrites;
    }

    /**
     * An HTTP client that suits: HTTP/1.1, which is what the services speak, and a virtual thread for each callback.
     */
    public static HttpClient newHttpClient() {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(5))
                .executor(Executors.newVirtualThreadPerTaskExecutor())
                .build();
    }

    /** The same user, with the same session and consistency tokens, talking to other places. */
    public WebChatClient at(Endpoints other) {
        return new WebChatClient(http, other, account, patience, readsOwnWrites);
    }

    /**
     * The same user with patience: a call whose outcome is not known is repeated for this long, as {@link Retry} does,
     * under the same id. All calls can bear that but {@link #register}, whose repetition may find its own name taken.
     */
    public WebChatClient patient(Duration howLong) {
        return new WebChatClient(http, endpoints, account, howLong, readsOwnWrites);
    }

    /**
     * The same user without consistency tokens: any number of commands may be under way at once, and what is read may
     * not contain them yet. For load.
     */
    public WebChatClient withoutConsistency() {
        return new WebChatClient(http, endpoints, account, patience, false);
    }

    public Endpoints endpoints() {
        return endpoints;
    }

    // --- account

    public Session register(String email, String username, String password) {
        return begin("register", Map.of("email", email, "username", username, "password", password));
    }

    public Session login(String login, String password) {
        return begin("login", Map.of("login", login, "password", password));
    }

    /** Gets another access token; the refresh token rotates with it. */
    public Session refresh() {
        // One at a time: a refresh token that is used twice counts as stolen.
        synchronized (account) {
            return begin("refresh", null);
        }
    }

    public void logout() {
        auth("logout", null).send(patience);
        account.loggedOut();
    }

    /** The session of the last log-in or refresh. */
    public Session session() {
        var session = account.session();
        if (session == null) {
            throw new IllegalStateException("not logged in");
        }
        return session;
    }

    public UUID userId() {
        return session().user().userId();
    }

    // --- commands

    public CreatedServer createServer(String name) {
        return createServer(name, Ids.fresh().toString());
    }

    public CreatedServer createServer(String name, String idempotencyKey) {
        return command("/api/servers", Map.of("name", name), idempotencyKey, CreatedServer.class);
    }

    public Invite createInvite(UUID serverId) {
        return createInvite(serverId, Ids.fresh().toString());
    }

    public Invite createInvite(UUID serverId, String idempotencyKey) {
        return command("/api/servers/" + serverId + "/invites", Map.of(), idempotencyKey, Invite.class);
    }

    /** Joins the invite's server; returns its id, also for somebody who is a member already. */
    public UUID join(String inviteCode) {
        return join(inviteCode, Ids.fresh().toString());
    }

    public UUID join(String inviteCode, String idempotencyKey) {
        record Joined(UUID serverId) {}
        return command("/api/invites/" + inviteCode + "/join", Map.of(), idempotencyKey, Joined.class)
                .serverId();
    }

    /** Creates a text channel; its name is unique within its server. Returns its id. */
    public UUID createChannel(UUID serverId, String name) {
        record Created(UUID channelId) {}
        var key = Ids.fresh().toString();
        return command("/api/servers/" + serverId + "/channels", Map.of("name", name), key, Created.class)
                .channelId();
    }

    /** Renames a channel; its name is unique within its server. */
    public void renameChannel(UUID channelId, String name) {
        var key = Ids.fresh().toString();
        command(() -> send("PUT", "/api/channels/" + channelId + "/name", Map.of("name", name), key));
    }

    /** Posts under an id of the caller's ({@link Ids#fresh}): the same call again can never post twice. */
    public PostedMessage post(UUID channelId, UUID messageId, String content) {
        var body = Map.of("messageId", messageId, "content", content);
        return command("/api/channels/" + channelId + "/messages", body, null, PostedMessage.class);
    }

    // --- queries

    public List<ServerSummary> servers() {
        record Servers(List<ServerSummary> servers) {}
        return query("/api/servers", Servers.class).servers();
    }

    public ServerDetails server(UUID serverId) {
        return query("/api/servers/" + serverId, ServerDetails.class);
    }

    public MemberPage members(UUID serverId, @Nullable UUID after, int limit) {
        var page = "?limit=" + limit + (after == null ? "" : "&after=" + after);
        return query("/api/servers/" + serverId + "/members" + page, MemberPage.class);
    }

    public MessagePage messages(UUID channelId, PageRequest page) {
        return query("/api/channels/" + channelId + "/messages?" + page.query(), MessagePage.class);
    }

    /** The whole history of a channel, from its first message, page by page. */
    public List<HistoryMessage> history(UUID channelId) {
        var history = new ArrayList<HistoryMessage>();
        MessagePage page;
        do {
            var last = history.isEmpty() ? 0 : history.getLast().number();
            page = messages(channelId, PageRequest.after(last, PageRequest.MAX_LIMIT));
            history.addAll(page.messages());
        } while (page.hasAfter());
        return history;
    }

    /** Messages that say something, in all channels that the user sees. */
    public FoundPage search(String words, int limit) {
        var q = URLEncoder.encode(words, StandardCharsets.UTF_8);
        return query("/api/search/messages?q=" + q + "&limit=" + limit, FoundPage.class);
    }

    public List<UserProfile> users(Collection<UUID> ids) {
        record Users(List<UserProfile> users) {}
        var list = ids.stream().map(UUID::toString).collect(Collectors.joining(","));
        return query("/api/users?ids=" + list, Users.class).users();
    }

    /** What an invite leads to. Needs no log-in. */
    public InvitePreview preview(String inviteCode) {
        var request = new Exchange(http, "GET", endpoints.queries().resolve("/api/invites/" + inviteCode));
        return Exchange.read(exchange(request, account.session() != null), InvitePreview.class);
    }

    // --- the gateway

    /** Opens a connection that delivers what happens from now on. */
    public GatewayConnection connect(GatewayListener listener) {
        return GatewayConnection.identify(http, endpoints.gateway(), accessToken(), listener);
    }

    /** Opens a connection that goes on where another one ended, on this or any other instance. */
    public GatewayConnection resume(ResumePoint from, GatewayListener listener) {
        return GatewayConnection.resume(http, endpoints.gateway(), accessToken(), from, listener);
    }

    /** Keeps a connection open, resuming whenever it is lost, until it is closed by the caller. */
    public GatewayFollower follow(GatewayListener listener) {
        return new GatewayFollower(
                (from, events) -> from == null ? connect(events) : resume(from, events), this::refresh, listener);
    }

    /** From here on, queries contain everything that this token stands for, such as that of a {@code ready} frame. */
    public void readAtLeast(String consistencyToken) {
        account.tokens().add(consistencyToken);
    }

    /** As {@link #readAtLeast}, with the token of an answer to a request that carried {@code sent}: it covers that. */
    public void readAtLeast(String sent, String answered) {
        account.tokens().answered(List.of(sent.split(",")), answered);
    }

    /** What a request of this user has to carry to see everything that they did, as the header's value. */
    public String consistencyToken() {
        return String.join(",", account.tokens().held());
    }

    /** The access token, refreshed if it is about to expire. */
    public String accessToken() {
        return current().accessToken();
    }

    private Session current() {
        var session = session();
        if (isFresh(session)) {
            return session;
        }
        synchronized (account) {
            session = session();
            return isFresh(session) ? session : refresh();
        }
    }

    private static boolean isFresh(Session session) {
        return Instant.now().plus(REFRESH_BEFORE).isBefore(session.expiresAt());
    }

    private <T> T command(String path, Object body, @Nullable String idempotencyKey, Class<T> type) {
        return command(() -> Exchange.read(send("POST", path, body, idempotencyKey), type));
    }

    private <T> T command(Supplier<T> send) {
        return readsOwnWrites ? account.command(send) : send.get();
    }

    private HttpResponse<byte[]> send(String method, String path, Object body, @Nullable String idempotencyKey) {
        var request = new Exchange(http, method, endpoints.commands().resolve(path)).body(body);
        if (idempotencyKey != null) {
            request.header("Idempotency-Key", idempotencyKey);
        }
        return exchange(request, true);
    }

    private <T> T query(String path, Class<T> type) {
        var request = new Exchange(http, "GET", endpoints.queries().resolve(path));
        return Exchange.read(exchange(request, true), type);
    }

    private HttpResponse<byte[]> exchange(Exchange request, boolean authenticated) {
        if (authenticated) {
            request.header("Authorization", "Bearer " + accessToken());
        }
        if (!authenticated || !readsOwnWrites) {
            return request.send(patience);
        }
        var carried = account.tokens().held();
        if (!carried.isEmpty()) {
            request.header("Consistency-Token", String.join(",", carried));
        }
        var answer = request.send(patience);
        answer.headers()
                .firstValue("Consistency-Token")
                .ifPresent(token -> account.tokens().answered(carried, token));
        return answer;
    }

    private Session begin(String action, @Nullable Object body) {
        var answer = auth(action, body).send(patience);
        var session = Exchange.read(answer, Session.class);
        account.loggedIn(session, refreshToken(answer));
        answer.headers().firstValue("Consistency-Token").ifPresent(account.tokens()::add);
        return session;
    }

    private Exchange auth(String action, @Nullable Object body) {
        var request = new Exchange(http, "POST", endpoints.auth().resolve("/api/auth/" + action)).body(body);
        var refreshToken = account.refreshToken();
        return refreshToken == null ? request : request.header("Cookie", REFRESH_COOKIE + "=" + refreshToken);
    }

    /**
     * Kept by hand, not by the HTTP client's cookie store: that one would be shared by all users of the HTTP client.
     */
    private static @Nullable String refreshToken(HttpResponse<?> answer) {
        return answer.headers().allValues("Set-Cookie").stream()
                .flatMap(header -> HttpCookie.parse(header).stream())
                .filter(cookie -> cookie.getName().equals(REFRESH_COOKIE))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElse(null);
    }
}
