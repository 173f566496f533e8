package io.webchat.projection;

import static org.assertj.core.api.Assertions.assertThat;

import io.webchat.domain.structure.ChannelEvent;
import io.webchat.domain.structure.ChannelId;
import io.webchat.domain.structure.ConversationEvent;
import io.webchat.domain.structure.InviteCode;
import io.webchat.domain.structure.InviteEvent;
import io.webchat.domain.structure.MemberEvent;
import io.webchat.domain.structure.Permission;
import io.webchat.domain.structure.Permissions;
import io.webchat.domain.structure.RoleEvent;
import io.webchat.domain.structure.RoleId;
import io.webchat.domain.structure.ServerEvent;
import io.webchat.domain.structure.ServerId;
import io.webchat.log.Ids;
import io.webchat.test.ServiceInstance;
import io.webchat.test.TestUser;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Conversations, invites, bans and the audit log: who may read them, and what they hold. */
class StructureListsTest {
    private static final Instant AT = Instant.parse("2026-02-01T10:00:00.000Z");
    private static final ServiceInstance SERVICE = SharedInstances.first();

    private final Queries queries = Queries.at(SERVICE);
    private final Community community = Community.founded(SERVICE);
    private final TestUser ada = community.owner;
    private final TestUser ben = SERVICE.user();
    private final TestUser cem = SERVICE.user();
    private final String server = "/api/servers/" + community.server;

    @BeforeEach
    void benAndCemAreMembers() {
        community.joined(ben, "ben");
        community.joined(cem, "cem");
    }

    @Test
    void conversationsAreThoseOfTheCallerTheLivelyOnesFirst() {
        var pair = new ServerId(Ids.fresh());
        var group = new ServerId(Ids.fresh());
        var channel = new ChannelId(Ids.fresh());
        community.happens(
                new ConversationEvent.PairStarted(pair, channel, List.of(ada.id(), ben.id()), ada.id(), AT),
                new ConversationEvent.GroupStarted(
                        group,
                        new ChannelId(Ids.fresh()),
                        List.of(ben.id(), ada.id()),
                        null,
                        ben.id(),
                        AT.plusSeconds(1)),
                new ConversationEvent.MemberAdded(group, cem.id(), ada.id(), AT),
                new ServerEvent.Renamed(group, "Crew", cem.id(), AT));

        found(ada, "/api/conversations")
                .jsonPath("$.conversations[*].serverId")
                .value(List.class, ids -> assertThat(ids).isEqualTo(List.of(group.toString(), pair.toString())))
                .jsonPath("$.conversations[0].kind")
                .isEqualTo("group")
                .jsonPath("$.conversations[0].name")
                .isEqualTo("Crew")
                .jsonPath("$.conversations[0].userIds")
                .value(
                        List.class,
                        ids -> assertThat(ids)
                                .isEqualTo(List.of(
                                        ben.id().toString(),
                                        ada.id().toString(),
                                        cem.id().toString())))
                .jsonPath("$.conversations[1].kind")
                .isEqualTo("pair")
                .jsonPath("$.conversations[1].channelId")
                .isEqualTo(channel.toString())
                .jsonPath("$.people['" + ben.id() + "'].username")
                .isEqualTo("ben");
        community.posted(pair, channel, AT.plusSeconds(2), "Hello Ben");
        found(ada, "/api/conversations")
                .jsonPath("$.conversations[0].serverId")
                .isEqualTo(pair.toString())
                .jsonPath("$.conversations[0].lastMessageAt")
                .isEqualTo("2026-02-01T10:00:02.000Z")
                .jsonPath("$.conversations[1].lastMessageAt")
                .doesNotExist();
        found(cem, "/api/conversations").jsonPath("$.conversations.length()").isEqualTo(1);
        found(ada, "/api/servers").jsonPath("$.servers.length()").isEqualTo(1);

        community.happens(new MemberEvent.Left(group, cem.id(), AT));
        found(cem, "/api/conversations").jsonPath("$.conversations.length()").isEqualTo(0);
        found(ben, "/api/conversations")
                .jsonPath("$.conversations[0].userIds.length()")
                .isEqualTo(2);
        get(cem, "/api/servers/" + group).expectStatus().isNotFound();
    }

    @Test
    void whatIsSaidInAConversationIsReadByItsPeopleOnly() {
        var pair = new ServerId(Ids.fresh());
        var channel = new ChannelId(Ids.fresh());
        community.happens(new ConversationEvent.PairStarted(pair, channel, List.of(ada.id(), ben.id()), ada.id(), AT));
        community.posted(pair, channel, AT, "Hello Ben");

        var messages = "/api/channels/" + channel + "/messages";
        found(ben, messages).jsonPath("$.messages[0].content").isEqualTo("Hello Ben");
        get(cem, messages).expectStatus().isNotFound();
    }

    @Test
    void whoManagesTheServerSeesAllInvitesAndOthersTheirOwn() {
        var bens = new InviteCode("zzzzzzzzzzzzzzz" + 1);
        var expires = AT.plusSeconds(60);
        community.happens(new InviteEvent.Created(community.server, bens, ben.id(), AT, expires, 5));
        community.happens(
                new MemberEvent.Joined(community.server, SERVICE.user().id(), bens.id(), AT));

        found(ada, server + "/invites")
                .jsonPath("$.invites.length()")
                .isEqualTo(2)
                .jsonPath("$.invites[0].code")
                .isEqualTo(community.invite.value())
                .jsonPath("$.invites[0].uses")
                .isEqualTo(2)
                .jsonPath("$.people['" + ben.id() + "'].username")
                .isEqualTo("ben");
        found(ben, server + "/invites")
                .jsonPath("$.invites.length()")
                .isEqualTo(1)
                .jsonPath("$.invites[0].createdBy")
                .isEqualTo(ben.id().toString())
                .jsonPath("$.invites[0].uses")
                .isEqualTo(1)
                .jsonPath("$.invites[0].maxUses")
                .isEqualTo(5)
                .jsonPath("$.invites[0].expiresAt")
                .isEqualTo(expires.toString().replace("Z", ".000Z"))
                .jsonPath("$.invites[0].createdAt")
                .isEqualTo("2026-02-01T10:00:00.000Z");
        found(cem, server + "/invites").jsonPath("$.invites.length()").isEqualTo(0);

        found(ada, server + "/invites?limit=1")
                .jsonPath("$.invites.length()")
                .isEqualTo(1)
                .jsonPath("$.next")
                .isEqualTo(community.invite.value());
        found(ada, server + "/invites?limit=1&after=" + community.invite)
                .jsonPath("$.invites[0].code")
                .isEqualTo(bens.value())
                .jsonPath("$.next")
                .isEmpty();

        community.happens(new InviteEvent.Revoked(community.server, bens, ada.id(), AT));
        found(ben, server + "/invites").jsonPath("$.invites.length()").isEqualTo(0);
    }

    @Test
    void bansAreListedWithTheirReasonsUntilTheyAreLifted() {
        community.done(
                new MemberEvent.Banned(community.server, ben.id(), ada.id(), AT),
                new MemberEvent.ModerationExplained(community.server, ben.id(), "spam", ada.id(), AT));
        community.done(new MemberEvent.Kicked(community.server, cem.id(), ada.id(), AT));
        community.done(new MemberEvent.Banned(community.server, cem.id(), ada.id(), AT));

        found(ada, server + "/bans")
                .jsonPath("$.bans[?(@.userId=='" + ben.id() + "')].reason")
                .isEqualTo("spam")
                .jsonPath("$.bans[?(@.userId=='" + ben.id() + "')].bannedBy")
                .isEqualTo(ada.id().toString())
                .jsonPath("$.bans[?(@.userId=='" + cem.id() + "')].at")
                .isEqualTo("2026-02-01T10:00:00.000Z")
                .jsonPath("$.bans[?(@.userId=='" + cem.id() + "')].reason")
                .isEmpty()
                .jsonPath("$.people['" + ben.id() + "'].username")
                .isEqualTo("ben")
                .jsonPath("$.next")
                .isEmpty();
        var next = new String[1];
        found(ada, server + "/bans?limit=1").jsonPath("$.next").value(String.class, value -> next[0] = value);
        found(ada, server + "/bans?limit=1&after=" + next[0])
                .jsonPath("$.bans.length()")
                .isEqualTo(1)
                .jsonPath("$.next")
                .isEmpty();

        community.done(new MemberEvent.Unbanned(community.server, ben.id(), ada.id(), AT));
        found(ada, server + "/bans")
                .jsonPath("$.bans[*].userId")
                .value(
                        List.class,
                        ids -> assertThat(ids).isEqualTo(List.of(cem.id().toString())));
    }

    /** What was founded and joined before are the entries from 1 to 6. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                                     | 8,7,6,5,4,3,2,1 | ",
                "limit=3                                | 8,7,6           | 6",
                "limit=3&before=6                       | 5,4,3           | 3",
                "limit=2&before=3                       | 2,1             | ",
                "before=1                               | ''              | ",
                "actor={ben}                            | 5               | ",
                "actor={ada}&limit=2                    | 8,7             | 7",
                "actor={ada}&limit=2&before=7           | 4,3             | 3",
                "type=webchat.member.kicked.v1          | 7               | ",
                "type=webchat.member.joined.v1&limit=2  | 6,5             | 5",
                "type=webchat.member.joined.v1&actor={ada}  | 2           | ",
                "type=no.such.type                      | ''              | ",
            })
    void theAuditLogComesInPagesOfKnownNumbersAndCanBeFiltered(String query, String numbers, Integer next) {
        community.done(
                new MemberEvent.Kicked(community.server, cem.id(), ada.id(), AT),
                new MemberEvent.ModerationExplained(community.server, cem.id(), "spam", ada.id(), AT));
        community.done(new MemberEvent.NicknameChanged(community.server, ben.id(), "Benny", ada.id(), AT));
        var asked = query.replace("{ada}", ada.id().toString())
                .replace("{ben}", ben.id().toString());
        var expected = numbers.isEmpty()
                ? List.<Integer>of()
                : List.of(numbers.split(",")).stream().map(Integer::valueOf).toList();

        var page = found(ada, server + "/audit-log?" + asked)
                .jsonPath("$.entries[*].number")
                .value(List.class, found -> assertThat(found).isEqualTo(expected));
        if (next == null) {
            page.jsonPath("$.next").isEmpty();
        } else {
            page.jsonPath("$.next").isEqualTo(next);
        }
    }

    @Test
    void anEntrySaysWhoDidWhatToWhomWhenAndWhy() {
        community.done(
                new MemberEvent.TimedOut(community.server, ben.id(), AT.plusSeconds(60), ada.id(), AT),
                new MemberEvent.ModerationExplained(community.server, ben.id(), "caps lock", ada.id(), AT));

        found(ada, server + "/audit-log?limit=2")
                .jsonPath("$.entries[0].type")
                .isEqualTo("webchat.member.timed-out.v1")
                .jsonPath("$.entries[0].actorId")
                .isEqualTo(ada.id().toString())
                .jsonPath("$.entries[0].userId")
                .isEqualTo(ben.id().toString())
                .jsonPath("$.entries[0].at")
                .isEqualTo("2026-02-01T10:00:00.000Z")
                .jsonPath("$.entries[0].reason")
                .isEqualTo("caps lock")
                .jsonPath("$.entries[0].data.until")
                .isEqualTo("2026-02-01T10:01:00.000Z")
                .jsonPath("$.people['" + ben.id() + "'].username")
                .isEqualTo("ben")
                .jsonPath("$.entries[1].reason")
                .doesNotExist();
    }

    @Test
    void theAuditLogOpensNoDoorThatIsClosed() {
        var secret = new ChannelId(Ids.fresh());
        var auditor = new RoleId(Ids.fresh());
        community.happens(
                new ChannelEvent.Created(community.server, secret, "secret", ada.id(), AT, null, null, true),
                new RoleEvent.Created(
                        community.server,
                        auditor,
                        "Auditor",
                        null,
                        Permissions.of(Permission.VIEW_AUDIT_LOG),
                        ada.id(),
                        AT),
                new RoleEvent.Assigned(community.server, auditor, ben.id(), ada.id(), AT));
        var created = "?type=webchat.channel.created.v1&limit=1";
        var invited = "?type=webchat.invite.created.v1";

        found(ada, server + "/audit-log" + created)
                .jsonPath("$.entries[0].data.name")
                .isEqualTo("secret");
        found(ada, server + "/audit-log" + invited)
                .jsonPath("$.entries[0].data.code")
                .isNotEmpty();
        found(ben, server + "/audit-log" + created)
                .jsonPath("$.entries[0].actorId")
                .isEqualTo(ada.id().toString())
                .jsonPath("$.entries[0].data")
                .doesNotExist();
        found(ben, server + "/audit-log" + invited)
                .jsonPath("$.entries[0].data.createdBy")
                .isEqualTo(ada.id().toString())
                .jsonPath("$.entries[0].data.code")
                .doesNotExist();
        found(ben, server + "/audit-log?type=webchat.member.joined.v1&limit=1")
                .jsonPath("$.entries[0].data.inviteCode")
                .doesNotExist();

        community.happens(new ChannelEvent.Deleted(community.server, secret, ada.id(), AT));
        found(ada, server + "/audit-log" + created)
                .jsonPath("$.entries[0].data.name")
                .isEqualTo("secret");
        found(ben, server + "/audit-log" + created)
                .jsonPath("$.entries[0].data")
                .doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/bans", "/audit-log"})
    void aListForModeratorsIsRefusedToOtherMembersAndUnknownToStrangers(String list) {
        found(ada, server + list);

        get(ben, server + list)
                .expectStatus()
                .isForbidden()
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:webchat:problem:missing-permission");
        get(SERVICE.user(), server + list)
                .expectStatus()
                .isNotFound()
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:webchat:problem:unknown-server");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/members", "/invites", "/bans", "/audit-log"})
    void whoIsNoLongerAMemberSeesNothing(String list) {
        var moderator = new RoleId(Ids.fresh());
        community.happens(
                new RoleEvent.Created(
                        community.server,
                        moderator,
                        "Moderator",
                        null,
                        Permissions.of(Permission.BAN_MEMBERS, Permission.VIEW_AUDIT_LOG),
                        ada.id(),
                        AT),
                new RoleEvent.Assigned(community.server, moderator, ben.id(), ada.id(), AT),
                new RoleEvent.Assigned(community.server, moderator, cem.id(), ada.id(), AT));
        found(ben, server + list);
        found(cem, server + list);

        community.happens(
                new MemberEvent.Kicked(community.server, ben.id(), ada.id(), AT),
                new MemberEvent.Left(community.server, cem.id(), AT));
        for (var gone : List.of(ben, cem)) {
            get(gone, server + list).expectStatus().isNotFound();
            found(gone, "/api/servers").jsonPath("$.servers.length()").isEqualTo(0);
        }
        get(ben, "/api/channels/" + community.channel + "/messages")
                .expectStatus()
                .isNotFound();

        community.happens(new ServerEvent.Deleted(community.server, ada.id(), AT));
        get(ada, server + list).expectStatus().isNotFound();
    }

    @ParameterizedTest
    @CsvSource({
        "/invites?limit=0,limit",
        "/invites?after=!,after",
        "/bans?limit=101,limit",
        "/bans?after=x,after",
        "/audit-log?limit=101,limit",
        "/audit-log?before=0,before",
        "/audit-log?actor=x,actor"
    })
    void aFaultyPageNamesItsParameter(String list, String field) {
        get(ada, server + list)
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo(field);
    }

    private RestTestClient.ResponseSpec get(TestUser user, String path) {
        return queries.get(community, user, path);
    }

    private RestTestClient.BodyContentSpec found(TestUser user, String path) {
        return queries.found(community, user, path);
    }
}
