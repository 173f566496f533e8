package io.webchat.command.structure;

import static org.assertj.core.api.Assertions.assertThat;

import io.webchat.command.Commands;
import io.webchat.command.idempotency.IdempotencyKey;
import io.webchat.support.token.AccessTokens;
import io.webchat.test.ServiceTest;
import io.webchat.test.TestUser;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;

/** The commands of a community, as HTTP: the way from the request to the writer and back, and the errors on it. */
@ServiceTest
class CommunityTest {
    private final AccessTokens tokens;
    private final Commands commands;
    private final TestUser ada;
    private final TestUser ben;
    private String server = "";
    private String general = "";

    @Autowired
    CommunityTest(RestTestClient http, AccessTokens tokens) {
        this.tokens = tokens;
        commands = new Commands(http);
        ada = TestUser.loggedIn(tokens);
        ben = TestUser.loggedIn(tokens);
    }

    @BeforeEach
    void benIsAMemberOfAdasServer() {
        var created = commands.createServer(ada);
        server = "/api/servers/" + created.serverId();
        general = created.generalChannelId();
        commands.join(ben, commands.createInvite(ada, created.serverId()))
                .expectStatus()
                .isOk();
    }

    @Test
    void aServerIsNamedAndDescribed() {
        done(HttpMethod.PUT, ada, server + "/name", Map.of("name", "Moon club"));
        done(HttpMethod.PUT, ada, server + "/description", Map.of("description", "We fly."));
        refused(HttpMethod.PUT, ben, server + "/name", Map.of("name", "Mine"), 403, "missing-permission");
        send(HttpMethod.PUT, ada, server + "/name", Map.of("name", " "))
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("name");
    }

    @Test
    void aRoleIsMadeGivenUsedAndTaken() {
        var role = make(server + "/roles", Map.of("name", "Guard", "permissions", List.of("kick-members")), "roleId");
        done(HttpMethod.PUT, ada, server + "/members/" + ben.id() + "/roles/" + role, null);
        refused(HttpMethod.POST, ben, server + "/members/" + ada.id() + "/kick", Map.of(), 403, "outranked");
        done(HttpMethod.DELETE, ada, server + "/members/" + ben.id() + "/roles/" + role, null);
        refused(HttpMethod.POST, ben, server + "/members/" + ada.id() + "/kick", Map.of(), 403, "missing-permission");
        done(HttpMethod.PUT, ada, server + "/role-order", Map.of("roleIds", List.of(role)));
        refused(HttpMethod.PUT, ada, server + "/role-order", Map.of("roleIds", List.of()), 409, "outdated-order");
        done(HttpMethod.DELETE, ada, server + "/roles/" + role, null);
        refused(HttpMethod.DELETE, ada, server + "/roles/" + role, null, 404, "unknown-role");
    }

    @Test
    void whatARoleMayNotSayNamesItsField() {
        for (var permissions : List.of(List.of("fly"), "all", List.of(7))) {
            send(HttpMethod.POST, ada, server + "/roles", Map.of("name", "Guard", "permissions", permissions))
                    .expectStatus()
                    .isBadRequest()
                    .expectBody()
                    .jsonPath("$.errors[0].field")
                    .value(field -> assertThat(String.valueOf(field)).startsWith("permissions"));
        }
    }

    @Test
    void aPrivateChannelDoesNotExistForOthers() {
        var secret = make(server + "/channels", Map.of("name", "secret", "isPrivate", true), "channelId");
        commands.postMessage(ada, secret, "psst").expectStatus().isCreated();
        commands.postMessage(ben, secret, "hello?").expectStatus().isNotFound();

        done(
                HttpMethod.PUT,
                ada,
                "/api/channels/" + secret + "/overrides/members/" + ben.id(),
                Map.of("allow", List.of("view-channel"), "deny", List.of()));
        commands.postMessage(ben, secret, "hello!").expectStatus().isCreated();
        refused(
                HttpMethod.PUT,
                ada,
                "/api/channels/" + secret + "/overrides/members/" + ben.id(),
                Map.of("allow", List.of("kick-members"), "deny", List.of()),
                400,
                "invalid-request");
    }

    @ParameterizedTest
    @CsvSource({
        "kick-members, view-channel, allow",
        "view-channel, kick-members, deny",
        "view-channel, view-channel, deny"
    })
    void anOverrideThatSaysNoSenseIsToldWhichOfItsListsDoes(String allow, String deny, String field) {
        var channel = make(server + "/channels", Map.of("name", "fuel"), "channelId");
        send(
                        HttpMethod.PUT,
                        ada,
                        "/api/channels/" + channel + "/overrides/members/" + ben.id(),
                        Map.of("allow", List.of(allow), "deny", List.of(deny)))
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo(field);
    }

    @Test
    void channelsAndCategoriesAreArranged() {
        var category = make(server + "/categories", Map.of("name", "Engines"), "categoryId");
        var channel = make(server + "/channels", Map.of("name", "fuel", "categoryId", category), "channelId");
        refused(HttpMethod.POST, ada, server + "/channels", Map.of("name", "FUEL"), 409, "channel-name-taken");
        refused(HttpMethod.POST, ada, server + "/channels", Map.of("name", "fu\u200bel"), 409, "channel-name-taken");
        send(HttpMethod.POST, ada, server + "/channels", Map.of("name", "\u3164\u200d"))
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("name");
        done(HttpMethod.PUT, ada, "/api/channels/" + channel + "/name", Map.of("name", "tanks"));
        done(HttpMethod.PUT, ada, "/api/channels/" + channel + "/topic", Map.of("topic", "Oxygen"));
        done(HttpMethod.PUT, ada, "/api/channels/" + channel + "/slow-mode", Map.of("seconds", 30));
        refused(
                HttpMethod.PUT,
                ada,
                "/api/channels/" + channel + "/slow-mode",
                Map.of("seconds", 1.9),
                400,
                "invalid-request");
        done(HttpMethod.PUT, ada, "/api/channels/" + channel + "/place", Map.of("after", general));
        done(HttpMethod.DELETE, ada, server + "/categories/" + category, null);
        done(HttpMethod.DELETE, ada, "/api/channels/" + channel, null);
        commands.postMessage(ada, channel, "gone").expectStatus().isNotFound();
    }

    @Test
    void whoIsKickedOrBannedSendsNoMore() {
        done(HttpMethod.POST, ada, server + "/members/" + ben.id() + "/kick", Map.of("reason", "spam"));
        commands.postMessage(ben, general, "still here").expectStatus().isNotFound();

        var code = commands.createInvite(ada, server.substring("/api/servers/".length()));
        commands.join(ben, code).expectStatus().isOk();
        send(HttpMethod.PUT, ada, server + "/bans/" + ben.id(), Map.of())
                .expectStatus()
                .isOk()
                .expectBody()
                .json("{\"removedMessages\":0,\"complete\":true}");
        commands.postMessage(ben, general, "still here").expectStatus().isNotFound();
        commands.join(ben, code).expectStatus().isForbidden();
        done(HttpMethod.DELETE, ada, server + "/bans/" + ben.id(), null);
        commands.join(ben, code).expectStatus().isOk();
    }

    @Test
    void whoIsTimedOutOnlyReads() {
        var nickname = server + "/members/" + ben.id() + "/nickname";
        done(HttpMethod.PUT, ada, server + "/members/" + ben.id() + "/time-out", Map.of("seconds", 600));
        commands.postMessage(ben, general, "hm").expectStatus().isForbidden();
        refused(HttpMethod.PUT, ben, nickname, Map.of("nickname", "hm"), 403, "timed-out");
        refused(HttpMethod.POST, ben, server + "/invites", Map.of(), 403, "timed-out");
        done(HttpMethod.DELETE, ada, server + "/members/" + ben.id() + "/time-out", null);
        commands.postMessage(ben, general, "hi").expectStatus().isCreated();
    }

    @Test
    void theOwnerHandsOverBeforeLeaving() {
        refused(HttpMethod.DELETE, ada, server + "/members/me", null, 409, "owner-cannot-leave");
        done(HttpMethod.PUT, ada, server + "/owner", Map.of("userId", ben.id().toString()));
        done(HttpMethod.DELETE, ada, server + "/members/me", null);
        done(HttpMethod.DELETE, ben, server, null);
        commands.postMessage(ben, general, "gone").expectStatus().isNotFound();
    }

    @Test
    void whoIsNoMemberDoesNotLearnByLeavingWhetherThereIsAServer() {
        var stranger = TestUser.loggedIn(tokens);
        var nowhere = "/api/servers/" + UUID.randomUUID();

        refused(HttpMethod.DELETE, stranger, server + "/members/me", null, 404, "unknown-server");
        refused(HttpMethod.DELETE, stranger, nowhere + "/members/me", null, 404, "unknown-server");
        done(HttpMethod.DELETE, ben, server + "/members/me", null);
        refused(HttpMethod.DELETE, ben, server + "/members/me", null, 404, "unknown-server");
    }

    @Test
    void noPlaceTellsOfAChannelThatOneDoesNotSee() {
        var guard =
                make(server + "/roles", Map.of("name", "Guard", "permissions", List.of("manage-channels")), "roleId");
        done(HttpMethod.PUT, ada, server + "/members/" + ben.id() + "/roles/" + guard, null);
        var hidden = make(server + "/channels", Map.of("name", "office", "isPrivate", true), "channelId");
        var place = "/api/channels/" + general + "/place";

        refused(HttpMethod.PUT, ben, place, Map.of("after", hidden), 404, "unknown-channel");
        refused(HttpMethod.PUT, ben, place, Map.of("after", UUID.randomUUID()), 404, "unknown-channel");
        done(HttpMethod.PUT, ada, place, Map.of("after", hidden));
    }

    @Test
    void anInviteIsRevoked() {
        var code = commands.createInvite(ada, server.substring("/api/servers/".length()));
        done(HttpMethod.DELETE, ada, server + "/invites/" + code, null);
        refused(HttpMethod.POST, ben, "/api/invites/" + code + "/join", Map.of(), 404, "unknown-invite");
    }

    @Test
    void aCommandWithoutAKeyNamesTheHeader() {
        commands.http()
                .method(HttpMethod.DELETE)
                .uri(server)
                .header("Authorization", ada.bearer())
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo(IdempotencyKey.HEADER);
    }

    private String make(String path, Map<String, ?> body, String id) {
        var key = UUID.randomUUID().toString();
        var first = made(path, body, key);
        assertThat(made(path, body, key)).as("the same again").isEqualTo(first);
        return String.valueOf(first.get(id));
    }

    private Map<?, ?> made(String path, Map<String, ?> body, String key) {
        var made = commands.post(ada, path, key, body)
                .expectStatus()
                .isCreated()
                .returnResult(Map.class)
                .getResponseBody();
        assertThat(made).isNotNull();
        return made;
    }

    private void done(HttpMethod method, TestUser user, String path, Object body) {
        send(method, user, path, body).expectStatus().isNoContent();
    }

    private void refused(HttpMethod method, TestUser user, String path, Object body, int status, String type) {
        send(method, user, path, body)
                .expectStatus()
                .isEqualTo(status)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:webchat:problem:" + type);
    }

    private RestTestClient.ResponseSpec send(HttpMethod method, TestUser user, String path, Object body) {
        var request = commands.http()
                .method(method)
                .uri(path)
                .header("Authorization", user.bearer())
                .header(IdempotencyKey.HEADER, UUID.randomUUID().toString());
        return (body == null
                        ? request
                        : request.contentType(MediaType.APPLICATION_JSON).body(body))
                .exchange();
    }
}
