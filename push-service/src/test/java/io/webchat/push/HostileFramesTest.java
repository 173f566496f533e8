package io.webchat.push;

import static io.webchat.push.HostileClient.BINARY;
import static io.webchat.push.HostileClient.CLOSE;
import static io.webchat.push.HostileClient.CONTINUATION;
import static io.webchat.push.HostileClient.FINAL;
import static io.webchat.push.HostileClient.PING;
import static io.webchat.push.HostileClient.PONG;
import static io.webchat.push.HostileClient.RESET;
import static io.webchat.push.HostileClient.TEXT;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.webchat.domain.user.UserId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * A hundred thousand frames that no good client would send, and each connection ends with the code that it deserves.
 * Each sends many that have to be borne (the code of the last one shows that all were) and then one that must not be.
 * Who breaks the rules of WebSocket itself is not read any further: TCP answers what is still on its way with a reset,
 * which may overtake the code. That is rare.
 */
class HostileFramesTest {
    private static final int CONNECTIONS = 1_700;
    private static final int BORNE = 60;
    private static final int AT_ONCE = 16;

    @Test
    void eachEndsItsOwnConnectionWithTheRightCodeAndIsCounted() throws Exception {
        var seed = new Random().nextLong();
        var alice = ChatLog.someone();
        try (var instance = PushInstance.start(
                        "webchat.push.gateway.frames-per-minute=100000",
                        "webchat.push.gateway.heartbeat=10m",
                        "webchat.push.gateway.identify-timeout=2m",
                        "webchat.push.gateway.queue-age=2m",
                        "webchat.push.gateway.connections-per-user=10000");
                var bystander = PushClient.identified(instance, alice);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var room = ChatLog.room(alice);
            bystander.await("subscribed");
            var before = closes(instance);
            var turn = new Semaphore(AT_ONCE);
            var resets = new AtomicInteger();
            var attacks = IntStream.range(0, CONNECTIONS)
                    .mapToObj(i -> threads.submit((Callable<String>) () -> {
                        turn.acquire();
                        try {
                            return attack(instance, new Random(seed + i), resets);
                        } finally {
                            turn.release();
                        }
                    }))
                    .toList();
            var failures = new ArrayList<String>();
            for (var attack : attacks) {
                var failure = attack.get();
                if (!failure.isEmpty()) {
                    failures.add(failure);
                }
            }

            assertThat(failures).as("seed %d", seed).isEmpty();
            assertThat(resets).as("seed %d", seed).hasValueLessThanOrEqualTo(CONNECTIONS / 100);
            ChatLog.post(room, alice, "unharmed");
            bystander.takeUntil(frame -> PushClient.isContent(frame, "unharmed"));
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertThat(closes(instance) - before).isEqualTo(CONNECTIONS));
        }
    }

    /** One connection's worth of it; empty if it ended as it should, else what was wrong. */
    private static String attack(PushInstance instance, Random random, AtomicInteger resets) throws Exception {
        try (var client = new HostileClient(instance)) {
            client.text("{\"op\":\"identify\",\"token\":\"" + PushClient.token(new UserId(UUID.randomUUID())) + "\"}");
            for (var i = 0; i < BORNE; i++) {
                bear(client, random);
            }
            var last = Last.values()[random.nextInt(Last.values().length)];
            last.write(client, random);
            var code = client.closeCode();
            if (code == RESET && last.breaksWebSocket()) {
                resets.incrementAndGet();
                return "";
            }
            return last.codes.contains(code) ? "" : last + " ended with " + code;
        }
    }

    /** Strange, but allowed: it must not end the connection. */
    private static void bear(HostileClient client, Random random) {
        switch (random.nextInt(8)) {
            case 0 -> client.frame(FINAL | PING, noise(random, random.nextInt(126)));
            case 1 -> client.frame(FINAL | PONG, noise(random, random.nextInt(126)));
            case 2 -> client.text("{\"op\":\"heartbeat\",\"x\":" + "[".repeat(100) + "]".repeat(100) + "}");
            case 3 ->
                client.text("{\"op\":\"heartbeat\",\"x\":\"" + "\\u0000\\ud800é😀".repeat(random.nextInt(40)) + "\"}");
            case 4 ->
                client.text("{\"x\":-1e308,\"" + "k".repeat(random.nextInt(500)) + "\":null,\"op\":\"heartbeat\"}");
            case 5 -> inPieces(client, "{\"op\":\"heartbeat\",\"é\":\"ü😀\"}", random);
            case 6 ->
                client.text(
                        "{\"op\":\"typing\",\"channelId\":\"" + new UUID(random.nextLong(), random.nextLong()) + "\"}");
            default ->
                client.text(
                        "{\"op\":\"watch\",\"userIds\":[],\"channelIds\":[],\"op2\":\"" + random.nextLong() + "\"}");
        }
    }

    /** Cut anywhere, also within characters, with empty pieces and pings between them. */
    private static void inPieces(HostileClient client, String text, Random random) {
        var bytes = text.getBytes(UTF_8);
        var first = TEXT;
        for (var from = 0; from < bytes.length; ) {
            var to = Math.min(bytes.length, from + random.nextInt(9));
            client.frame(first, Arrays.copyOfRange(bytes, from, to));
            client.frame(FINAL | PING, noise(random, 3));
            first = CONTINUATION;
            from = to;
        }
        client.frame(FINAL | CONTINUATION, new byte[0]);
    }

    private static byte[] noise(Random random, int length) {
        var noise = new byte[length];
        random.nextBytes(noise);
        return noise;
    }

    /** What must not be borne, and the codes with which it may end. */
    private enum Last {
        NOISE(4001) {
            @Override
            void write(HostileClient client, Random random) {
                client.text(new String(noise(random, random.nextInt(2_000)), ISO_8859_1));
            }
        },
        BROKEN_FRAME(4001) {
            @Override
            void write(HostileClient client, Random random) {
                var frame = "{\"op\":\"presence\",\"activity\":\"idle\",\"chosen\":\"automatic\"}";
                client.text(frame.substring(0, random.nextInt(frame.length())));
            }
        },
        DEEP(4001) {
            @Override
            void write(HostileClient client, Random random) {
                client.text("{\"op\":\"heartbeat\",\"x\":" + "[".repeat(30_000));
            }
        },
        BINARY_FRAME(4001) {
            @Override
            void write(HostileClient client, Random random) {
                client.frame(FINAL | BINARY, noise(random, random.nextInt(10_000)));
            }
        },
        TOO_LARGE(4008) {
            @Override
            void write(HostileClient client, Random random) {
                client.text("x".repeat(65_537 + random.nextInt(10_000)));
            }
        },
        TOO_LARGE_IN_PIECES(4008) {
            @Override
            void write(HostileClient client, Random random) {
                client.frame(TEXT, "{".getBytes(UTF_8));
                for (var i = 0; i < 70; i++) {
                    client.frame(CONTINUATION, "x".repeat(1_000).getBytes(UTF_8));
                }
            }
        },
        NOT_UTF8(1007) {
            @Override
            void write(HostileClient client, Random random) {
                client.frame(FINAL | TEXT, new byte[] {'{', (byte) 0xC3, (byte) 0x28, '}'});
            }
        },
        UNMASKED(1002) {
            @Override
            void write(HostileClient client, Random random) {
                client.unmasked(FINAL | TEXT, "{\"op\":\"heartbeat\"}".getBytes(UTF_8));
            }
        },
        RESERVED_BIT(1002) {
            @Override
            void write(HostileClient client, Random random) {
                client.frame(FINAL | 0x10 << random.nextInt(3) | TEXT, "{\"op\":\"heartbeat\"}".getBytes(UTF_8));
            }
        },
        UNKNOWN_OPCODE(1002) {
            @Override
            void write(HostileClient client, Random random) {
                client.frame(FINAL | 0x3 + random.nextInt(5), noise(random, 10));
            }
        },
        PING_IN_PIECES(1002) {
            @Override
            void write(HostileClient client, Random random) {
                client.frame(PING, noise(random, 10));
            }
        },
        PING_TOO_LARGE(1002) {
            @Override
            void write(HostileClient client, Random random) {
                client.frame(FINAL | PING, noise(random, 126 + random.nextInt(500)));
            }
        },
        NOTHING_TO_CONTINUE(1002) {
            @Override
            void write(HostileClient client, Random random) {
                client.frame(FINAL | CONTINUATION, noise(random, 10));
            }
        },
        TEXT_WITHIN_TEXT(1002) {
            @Override
            void write(HostileClient client, Random random) {
                client.frame(TEXT, "{".getBytes(UTF_8)).text("{}");
            }
        },
        ENDLESS(1009) {
            @Override
            void write(HostileClient client, Random random) {
                // A length with the highest bit set is negative.
                client.bytes((byte) (FINAL | TEXT), (byte) 0xFF)
                        .bytes(
                                noise(random, 12)[0] < 0
                                        ? new byte[] {-1, -1, -1, -1, -1, -1, -1, -1, 0, 0, 0, 0}
                                        : new byte[] {-128, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0});
            }
        },
        CLOSE_WITHOUT_REASON(1000, 1002, 1005) {
            @Override
            void write(HostileClient client, Random random) {
                client.frame(FINAL | CLOSE, noise(random, random.nextInt(2)));
            }
        };

        final Set<Integer> codes;

        Last(Integer... codes) {
            this.codes = Set.of(codes);
        }

        abstract void write(HostileClient client, Random random);

        boolean breaksWebSocket() {
            return Set.of(1002, 1007, 1009).containsAll(codes);
        }
    }

    private static double closes(PushInstance instance) {
        return instance.bean(MeterRegistry.class).get("webchat.push.closes").counters().stream()
                .mapToDouble(Counter::count)
                .sum();
    }
}
