package io.webchat.auth.announcement;

import static io.webchat.auth.AuthApi.PASSWORD;
import static io.webchat.auth.AuthApi.freshName;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.webchat.auth.AuthApi;
import io.webchat.auth.AuthServiceTest;
import io.webchat.auth.SwitchableLog;
import io.webchat.auth.TestClock;
import io.webchat.auth.account.Accounts;
import io.webchat.auth.account.ProfileChange;
import io.webchat.domain.user.DisplayName;
import io.webchat.domain.user.UserEvent;
import io.webchat.domain.user.UserId;
import io.webchat.log.Envelope;
import io.webchat.log.Partitioning;
import io.webchat.log.Topic;
import io.webchat.log.codec.WireCodec;
import io.webchat.support.consistency.ConsistencyTokens;
import io.webchat.support.log.LogClients;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@AuthServiceTest
class AnnouncementTest {
    @Autowired
    private AuthApi api;

    @Autowired
    private LogClients logClients;

    @Autowired
    private SwitchableLog log;

    @Autowired
    private Announcements announcements;

    @Autowired
    private AnnouncementSweep sweep;

    @Autowired
    private Accounts accounts;

    @Autowired
    private TestClock clock;

    @Test
    void aRegistrationIsAnnouncedWithThePublicProfileAndNothingElse() {
        var name = freshName();
        var user = userId(api.registered(name));

        var records = recordsOf(user);

        assertThat(records).hasSize(1);
        var record = records.getFirst();
        assertThat(WireCodec.USERS.decode(record)).isInstanceOfSatisfying(UserEvent.Registered.class, event -> {
            assertThat(event.userId()).isEqualTo(user);
            assertThat(event.username()).isEqualTo(name);
            assertThat(event.displayName()).isEqualTo(name);
        });
        assertThat(Envelope.read(record.headers(), Envelope.TYPE)).contains("webchat.user.registered.v1");
        assertThat(Envelope.read(record.headers(), "ce_source")).contains("/webchat/auth-service");
        assertThat(new String(record.value(), UTF_8)).doesNotContain("example.org", PASSWORD, "argon2");
        assertThat(accounts.find(user).orElseThrow().unannouncedSince()).isNull();
    }

    @Test
    void anAccountThatCouldNotBeAnnouncedExistsAndIsAnnouncedLater() {
        var name = freshName();
        log.whileDown(() -> {
            var answer = api.registered(name);
            assertThat(answer.header(ConsistencyTokens.HEADER)).isNull();
        });
        var user = userId(api.login(name, PASSWORD));
        assertThat(accounts.find(user).orElseThrow().unannouncedSince()).isNotNull();

        clock.forward(Duration.ofSeconds(31));
        sweep.sweep();

        assertThat(recordsOf(user)).hasSize(1);
        assertThat(accounts.find(user).orElseThrow().unannouncedSince()).isNull();
    }

    @Test
    void aSweepThatFailsTriesAgain() {
        var name = freshName();
        log.whileDown(() -> {
            api.registered(name);
            clock.forward(Duration.ofSeconds(31));
            sweep.sweep();
        });
        var user = userId(api.login(name, PASSWORD));
        assertThat(accounts.find(user).orElseThrow().unannouncedSince()).isNotNull();

        sweep.sweep();

        assertThat(recordsOf(user)).isNotEmpty();
    }

    @Test
    void aSweepLeavesRegistrationsAloneThatMayStillBeRunning() {
        var name = freshName();
        log.whileDown(() -> api.registered(name));
        var user = userId(api.login(name, PASSWORD));

        sweep.sweep();

        assertThat(recordsOf(user)).isEmpty();
    }

    @Test
    void aChangeIsAnnouncedOnceWithTheWholeProfile() {
        var name = freshName();
        var login = api.registered(name);
        var token = login.text("/accessToken");
        api.changeProfile(token, Map.of("statusText", "at tea"));
        api.changeProfile(token, Map.of("displayName", "Ada"));
        api.changeProfile(token, Map.of("displayName", "Ada"));
        var user = userId(login);

        var events = recordsOf(user).stream().map(WireCodec.USERS::decode).toList();

        assertThat(events).hasSize(3);
        assertThat(events.getLast()).isInstanceOfSatisfying(UserEvent.ProfileChanged.class, event -> {
            assertThat(event.username()).isEqualTo(name);
            assertThat(event.displayName()).isEqualTo("Ada");
            assertThat(event.statusText()).isEqualTo("at tea");
            assertThat(event.revision()).isEqualTo(2);
        });
        assertThat(accounts.find(user).orElseThrow().unannouncedSince()).isNull();
    }

    @Test
    void aChangeThatCouldNotBeAnnouncedIsAnnouncedLater() {
        var login = api.registered(freshName());
        log.whileDown(() -> api.changeProfile(login.text("/accessToken"), Map.of("displayName", "Ada")));
        var user = userId(login);
        assertThat(recordsOf(user)).hasSize(1);

        clock.forward(Duration.ofSeconds(31));
        sweep.sweep();

        assertThat(recordsOf(user)).hasSize(2);
        assertThat(WireCodec.USERS.decode(recordsOf(user).getLast()).displayName())
                .isEqualTo("Ada");
    }

    @Test
    void theLastEventIsTheProfileAsItIsHoweverManyChangeItAtOnce() {
        var login = api.registered(freshName());
        var token = login.text("/accessToken");
        try (var devices = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var i = 0; i < 20; i++) {
                var change = Map.of("displayName", "Ada " + i);
                devices.submit(() -> api.changeProfile(token, change));
            }
        }
        var user = userId(login);

        var account = accounts.find(user).orElseThrow();
        assertThat(account.revision()).isEqualTo(20);
        assertThat(account.unannouncedSince()).isNull();
        var events = recordsOf(user).stream().map(WireCodec.USERS::decode).toList();
        assertThat(events.getLast().displayName()).isEqualTo(account.displayName());
        assertThat(revisionsOf(events)).isSorted().doesNotHaveDuplicates().endsWith(20);
    }

    @Test
    void whoAnnouncesAnAccountDoesSoAloneUntilTheRightRunsOut() {
        var login = api.registered(freshName());
        log.whileDown(() -> api.changeProfile(login.text("/accessToken"), Map.of("displayName", "Ada")));
        var user = userId(login);
        var now = clock.instant();
        var claimed = accounts.claimAnnouncement(user, now, now.plusSeconds(14)).orElseThrow();

        assertThat(accounts.claimAnnouncement(user, now, now.plusSeconds(14))).isEmpty();
        assertThat(announcements.announce(user)).isEmpty();
        assertThat(recordsOf(user)).hasSize(1);

        accounts.changeProfile(user, ProfileChange.of(Optional.of(new DisplayName("Countess")), Optional.empty()), now);
        assertThat(accounts.markAnnounced(claimed)).isFalse();
        assertThat(announcements.announce(user)).isPresent();
        assertThat(WireCodec.USERS.decode(recordsOf(user).getLast()).displayName())
                .isEqualTo("Countess");
    }

    private static List<Integer> revisionsOf(List<UserEvent> events) {
        return events.stream()
                .map(event -> event instanceof UserEvent.ProfileChanged changed ? changed.revision() : 0)
                .toList();
    }

    private static UserId userId(AuthApi.Answer answer) {
        return UserId.parse(answer.text("/user/userId"));
    }

    /** Everything that is in the log about a user by now. */
    private List<ConsumerRecord<byte[], byte[]>> recordsOf(UserId user) {
        var partition = new TopicPartition(Topic.USERS.topicName(), Partitioning.partitionOf(user.value()));
        try (var consumer = logClients.tailConsumer()) {
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            var end = consumer.endOffsets(List.of(partition)).get(partition);
            var records = new ArrayList<ConsumerRecord<byte[], byte[]>>();
            while (consumer.position(partition) < end) {
                consumer.poll(Duration.ofMillis(200)).forEach(records::add);
            }
            records.removeIf(record -> !new String(record.key(), UTF_8).equals(user.toString()));
            return records;
        }
    }
}
