package io.webchat.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * That a ban keeps somebody out of a container whose port Docker publishes. The machine is a network namespace, with a
 * rule such as Docker's that sends port 443 to another one, so that nothing of the real machine is touched.
 */
class Fail2banTest {
    private static final String ATTACKER = "10.88.1.2";
    private static final Path SETTINGS = Path.of("/etc/fail2ban");
    private static final String MACHINE = """
            set -eu
            pids=
            fail2ban() { fail2ban-client -c "$directory/fail2ban" -s "$directory/socket" -p "$directory/pid" "$@"; }
            trap 'fail2ban stop >/dev/null 2>&1 || true; kill $pids' EXIT
            ip link set lo up
            echo 1 >/proc/sys/net/ipv4/ip_forward
            join() {
              unshare -n sleep 600 &
              eval "$1=$!"
              pid=$! pids="$pids $!"
              until [ "$(readlink "/proc/$pid/ns/net")" != "$(readlink /proc/self/ns/net)" ]; do :; done
              ip link add "$1" type veth peer name inside netns "$pid"
              ip addr add "$2.1/24" dev "$1"
              ip link set "$1" up
              nsenter -t "$pid" -n sh -c "ip addr add $2.2/24 dev inside; ip link set inside up; ip route add default via $2.1"
            }
            join attacker 10.88.1
            join container 10.88.2
            nft -f - <<RULES
            table ip nat {
              chain prerouting {
                type nat hook prerouting priority -100;
                tcp dport 443 dnat to 10.88.2.2:8443
              }
            }
            RULES
            nsenter -t "$container" -n python3 -m http.server 8443 --bind 10.88.2.2 >/dev/null 2>&1 &
            pids="$pids $!"
            reaches() { nsenter -t "$attacker" -n timeout 1 bash -c '</dev/tcp/10.88.1.1/443' 2>/dev/null; }
            until reaches; do :; done
            echo "before: reached"
            fail2ban -x start >/dev/null
            cat "$directory/attack" >>"$directory/log"
            until nft list set inet f2b-webchat addr-set-webchat 2>/dev/null | grep -q elements; do :; done
            reaches && echo "banned: reached" || echo "banned: kept out"
            nft list table inet f2b-webchat
            fail2ban set webchat unbanip 10.88.1.2 >/dev/null
            until reaches; do :; done
            echo "after: reached"
            """;

    @TempDir
    private Path directory;

    private Tool fail2ban;

    @BeforeEach
    void settings() throws IOException {
        fail2ban = Tool.require("fail2ban-client");
        Tool.require("cp").run("-a", SETTINGS, directory.resolve("fail2ban")).succeeds();
        Files.deleteIfExists(directory.resolve("fail2ban/jail.d/defaults-debian.conf"));
        Files.createFile(directory.resolve("log"));
        Files.writeString(
                directory.resolve("fail2ban/jail.d/webchat.conf"),
                file("webchat.jail.conf")
                        .replace(
                                "/var/log/webchat-gateway.log",
                                directory.resolve("log").toString()));
        Files.writeString(directory.resolve("fail2ban/filter.d/webchat.conf"), file("webchat.filter.conf"));
        Files.writeString(
                directory.resolve("fail2ban/fail2ban.local"), """
                [Definition]
                logtarget = %s
                dbfile = None
                """.formatted(directory.resolve("fail2ban.log")));
    }

    @Test
    void bans_before_the_packet_is_sent_on_to_a_container() {
        var settings = fail2ban.run("-c", directory.resolve("fail2ban"), "-d")
                .succeeds()
                .output();

        assertThat(settings)
                .contains("type filter hook prerouting priority -300", "dport \\\\{ $(echo '80,443'", "counter drop")
                .doesNotContain("DOCKER-USER");
    }

    @Test
    void an_address_that_guesses_passwords_gets_no_further_and_is_let_in_again() throws IOException {
        Tool.require("nft");
        var unshare = Tool.require("unshare");
        Assumptions.assumeTrue(
                unshare.run("-rn", "ip", "link", "set", "lo", "up").exitCode() == 0,
                "skipped: a network namespace cannot be made here");
        Files.writeString(directory.resolve("attack"), guess().repeat(20));

        var said = Tool.require("timeout")
                .run("120", unshare.path(), "-rn", "bash", "-c", "directory='" + directory + "'\n" + MACHINE)
                .succeeds()
                .output();

        assertThat(said)
                .contains("before: reached", "banned: kept out", "after: reached")
                .containsPattern("@addr-set-webchat counter packets [1-9]");
    }

    /** As the gateway logs it. */
    private static String guess() {
        return """
                {"time":"%s","client":"%s","method":"POST","path":"/api/auth/login","protocol":"HTTP/2.0","status":401,"bytes":300,\
                "seconds":0.1,"upstream":"10.88.2.3:8081","upstreamSeconds":"0.1","agent":"","requestId":"1","traceparent":""}
                """.formatted(
                        Instant.now().truncatedTo(ChronoUnit.SECONDS).toString().replace("Z", "+00:00"), ATTACKER);
    }

    private static String file(String name) {
        return Repository.text(
                Repository.ROOT.resolve("platform/gateway/fail2ban").resolve(name));
    }
}
