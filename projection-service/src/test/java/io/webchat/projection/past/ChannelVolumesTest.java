package io.webchat.projection.past;

import static org.assertj.core.api.Assertions.assertThat;

import io.webchat.domain.structure.ChannelEvent;
import io.webchat.domain.structure.ChannelId;
import io.webchat.domain.structure.ServerId;
import io.webchat.domain.structure.StructureEvent;
import io.webchat.domain.user.UserId;
import io.webchat.log.Ids;
import io.webchat.projection.consume.Logged;
import io.webchat.test.ServiceTest;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A channel with more names than a document holds, however often and in whatever pieces its log is applied. */
@ServiceTest
class ChannelVolumesTest {
    private static final Instant AT = Instant.parse("2026-01-31T12:34:56.789Z");
    private static final int NAMES = 2 * ChannelPastDocument.FULL + 5;

    private final PastProjection projection;
    private final PastRepository repository;
    private final ServerId server = new ServerId(Ids.fresh());
    private final ChannelId channel = new ChannelId(Ids.fresh());
    private final UserId owner = new UserId(Ids.fresh());
    private final List<Logged<StructureEvent>> log = IntStream.range(0, NAMES)
            .mapToObj(i -> new Logged<>(event(i), 10L * i))
            .toList();

    @Autowired
    ChannelVolumesTest(PastProjection projection, PastRepository repository) {
        this.projection = projection;
        this.repository = repository;
    }

    @Test
    void eachNameIsFoundWhenTheLogIsAppliedAtOnce() {
        projection.apply(log);

        assertThat(names()).containsExactlyElementsOf(expected());
    }

    @Test
    void eachNameIsFoundWhenPiecesAreRedelivered() {
        for (var from = 0; from < NAMES; from += 60) {
            projection.apply(log.subList(Math.max(0, from - 70), Math.min(NAMES, from + 60)));
        }
        projection.apply(log);

        assertThat(names()).containsExactlyElementsOf(expected());
    }

    @Test
    void anInterruptionAfterAVolumeIsMadeGood() {
        var full = log.subList(0, ChannelPastDocument.FULL);
        projection.apply(full);
        var volume =
                repository.channel(channel.toString()).orElseThrow().volume().orElseThrow();
        repository.saveChannels(List.of(volume));

        projection.apply(log.subList(ChannelPastDocument.FULL - 1, NAMES));

        assertThat(names()).containsExactlyElementsOf(expected());
    }

    private StructureEvent event(int number) {
        var at = AT.plusSeconds(number);
        return number == 0
                ? new ChannelEvent.Created(server, channel, "name 0", owner, at, null, null, null)
                : new ChannelEvent.Renamed(server, channel, "name " + number, owner, at);
    }

    private List<String> names() {
        var document = repository.channel(channel.toString()).orElseThrow();
        return IntStream.range(0, NAMES)
                .mapToObj(i -> repository
                        .chapter(document, AT.plusSeconds(i))
                        .orElseThrow()
                        .name())
                .toList();
    }

    private static List<String> expected() {
        return IntStream.range(0, NAMES).mapToObj(i -> "name " + i).toList();
    }
}
