package io.webchat.projection.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.webchat.domain.message.MessageChange;
import io.webchat.domain.message.MessageEvent;
import io.webchat.domain.message.MessageId;
import io.webchat.domain.message.PinEvent;
import io.webchat.domain.message.ThreadEvent;
import io.webchat.domain.structure.ChannelId;
import io.webchat.domain.structure.CommandId;
import io.webchat.domain.structure.ServerId;
import io.webchat.domain.user.UserId;
import io.webchat.log.Ids;
import io.webchat.projection.consume.Logged;
import io.webchat.test.ServiceTest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** However often and in whatever pieces a log is applied, and wherever it was interrupted: the view is the same. */
@ServiceTest
class TimelineProjectionTest {
    private static final Instant AT = Instant.parse("2026-01-31T12:34:56.789Z");
    private static final List<String> SAID = List.of("one", "two", "three", "four", "five");

    private final TimelineProjection projection;
    private final TimelineRepository repository;
    private final ServerId server = new ServerId(Ids.fresh());
    private final ChannelId channel = new ChannelId(Ids.fresh());
    private final UserId author = new UserId(Ids.fresh());
    private final List<Logged<MessageEvent>> log = IntStream.range(0, SAID.size())
            .mapToObj(i -> new Logged<>(posted(channel, SAID.get(i)), 10L * i))
            .toList();

    @Autowired
    TimelineProjectionTest(TimelineProjection projection, TimelineRepository repository) {
        this.projection = projection;
        this.repository = repository;
    }

    @Test
    void messagesAreNumberedDenselyInTheOrderOfTheLog() {
        projection.apply(log);

        assertThat(timeline()).containsExactlyElementsOf(SAID);
        assertThat(page()).extracting(MessageDocument::number).containsExactly(1L, 2L, 3L, 4L, 5L);
    }

    @Test
    void theSameLogTwiceGivesTheSameView() {
        projection.apply(log);
        projection.apply(log);

        assertThat(timeline()).containsExactlyElementsOf(SAID);
    }

    @Test
    void redeliveredPiecesGiveTheSameView() {
        projection.apply(log.subList(0, 3));
        projection.apply(log.subList(1, 4));
        projection.apply(log.subList(0, 2));
        projection.apply(log.subList(2, 5));

        assertThat(timeline()).containsExactlyElementsOf(SAID);
    }

    @Test
    void aRetriedMessageMeansNothingWhereverItComes() {
        var retry = new Logged<>(log.getFirst().event(), 25);
        projection.apply(List.of(log.get(0), log.get(1), log.get(2), retry, log.get(3)));
        projection.apply(List.of(retry));
        projection.apply(List.of(log.get(4), new Logged<>(log.get(4).event(), 45)));

        assertThat(timeline()).containsExactlyElementsOf(SAID);
    }

    @Test
    void anInterruptionAfterTheNumbersIsMadeGood() {
        projection.apply(log.subList(0, 2));
        repository.saveNumbers(List.of(numbered(2, 3), numbered(3, 4)));

        projection.apply(log.subList(2, 5));

        assertThat(timeline()).containsExactlyElementsOf(SAID);
    }

    @Test
    void anInterruptionAfterTheMessagesIsMadeGood() {
        projection.apply(log.subList(0, 2));
        repository.saveNumbers(List.of(numbered(2, 3)));
        repository.savePosted(List.of(MessageDocument.of(
                (MessageEvent.Posted) log.get(2).event(), 3, log.get(2).nextOffset())));

        projection.apply(log.subList(2, 5));

        assertThat(timeline()).containsExactlyElementsOf(SAID);
    }

    @Test
    void aLateWriteOfAFormerConsumerChangesNothing() {
        projection.apply(log);
        repository.saveNumbers(List.of(numbered(2, 3)));
        repository.savePosted(List.of(MessageDocument.of(
                (MessageEvent.Posted) log.get(2).event(), 3, log.get(2).nextOffset())));
        repository.saveHeads(Map.of(channel.toString(), 3L), Map.of(), Map.of());

        assertThat(timeline()).containsExactlyElementsOf(SAID);
    }

    @Test
    void theLatestMessageOfAChannelTellsWhenItWasLastWrittenIn() {
        projection.apply(log);
        projection.apply(log.subList(0, 2));

        assertThat(repository.lastMessages(
                        List.of(channel.toString(), Ids.fresh().toString())))
                .isEqualTo(Map.of(channel.toString(), AT));
    }

    @Test
    void ofAllThatWereEverPinnedOnlyWhatWasPinnedThenIsRead() {
        projection.apply(log);
        var pinning = new ArrayList<Logged<MessageEvent>>();
        for (var i = 0; i < SAID.size(); i++) {
            var message = log.get(i).event().messageId();
            var from = AT.plusSeconds(10L * i);
            pinning.add(new Logged<>(new PinEvent.Pinned(server, channel, message, author, from), 100 + 20L * i));
            pinning.add(new Logged<>(
                    new PinEvent.Unpinned(server, channel, message, author, from.plusSeconds(15)), 110 + 20L * i));
        }
        projection.apply(pinning);

        assertThat(repository.pinSpans(channel, AT.plusSeconds(12), 100))
                .extracting(PinSpansDocument::messageId)
                .containsExactlyInAnyOrder(
                        log.get(0).event().messageId(), log.get(1).event().messageId());
        assertThat(repository.pinSpans(channel, AT.plusSeconds(12), 1)).hasSize(1);
        assertThat(repository.pinSpans(channel, AT.minusSeconds(1), 100)).isEmpty();
    }

    @Test
    void eachCommandOnAMessageIsKnownWithItsFirstRecordAndWhetherAnotherOneCameBeforeIt() {
        projection.apply(log);
        var one = new CommandId(Ids.fresh());
        var late = new CommandId(Ids.fresh());
        projection.apply(List.of(edited(1, 100, one), edited(1, 110, late), edited(1, 120, one)));
        projection.apply(List.of(edited(1, 110, late), pinned(130, new CommandId(Ids.fresh()))));

        assertThat(commands().commands())
                .extracting(CommandsDocument.Command::offset, CommandsDocument.Command::isLost)
                .containsExactly(tuple(100L, false), tuple(110L, true), tuple(130L, false));
        assertThat(commands().forgottenUpTo()).isNull();
    }

    @Test
    void aThreadThatIsStartedOnAMessageThatHasJustGoneIsLost() {
        projection.apply(log);
        var message = log.getFirst().event().messageId();
        projection.apply(List.of(
                new Logged<>(new MessageChange.Deleted(server, channel, message, author, AT), 100),
                new Logged<>(
                        new ThreadEvent.Started(server, channel, message, author, "Late", AT),
                        110,
                        Ids.fresh().toString())));

        assertThat(commands().commands())
                .extracting(CommandsDocument.Command::offset, CommandsDocument.Command::isLost)
                .containsExactly(tuple(110L, true));
    }

    @Test
    void ofManyCommandsTheLastOnesAreKnownAndUntilWhenTheyAreNotAll() {
        projection.apply(log);
        projection.apply(IntStream.rangeClosed(1, CommandsDocument.KEPT + 3)
                .mapToObj(revision -> edited(revision, 100 + revision, new CommandId(Ids.fresh())))
                .toList());

        assertThat(commands().commands())
                .hasSize(CommandsDocument.KEPT)
                .first()
                .extracting(CommandsDocument.Command::offset)
                .isEqualTo(104L);
        assertThat(commands().forgottenUpTo()).isEqualTo(AT.plusSeconds(3));
    }

    @Test
    void channelsAreNumberedApart() {
        var elsewhere = new ChannelId(Ids.fresh());
        projection.apply(List.of(
                log.get(0),
                new Logged<>(posted(elsewhere, "elsewhere"), 5),
                log.get(1),
                new Logged<>(log.get(0).event(), 15)));

        assertThat(timeline()).containsExactly("one", "two");
        assertThat(repository.page(elsewhere.toString(), 1, 1))
                .extracting(document -> document.message().content())
                .containsExactly("elsewhere");
    }

    private Logged<MessageEvent> edited(int revision, long offset, CommandId command) {
        var message = log.getFirst().event().messageId();
        var at = AT.plusSeconds(revision);
        return new Logged<>(
                new MessageChange.Edited(server, channel, message, author, revision, "by " + command, null, at),
                offset,
                command.toString());
    }

    private Logged<MessageEvent> pinned(long offset, CommandId command) {
        var message = log.getFirst().event().messageId();
        return new Logged<>(new PinEvent.Pinned(server, channel, message, author, AT), offset, command.toString());
    }

    private CommandsDocument commands() {
        return repository.commands(channel, log.getFirst().event().messageId()).orElseThrow();
    }

    private Numbered numbered(int index, long number) {
        var event = log.get(index).event();
        return new Numbered(
                Numbered.id(event), channel.toString(), number, log.get(index).offset());
    }

    private List<String> timeline() {
        return page().stream().map(document -> document.message().content()).toList();
    }

    private List<MessageDocument> page() {
        return repository.page(channel.toString(), 1, repository.head(channel.toString()));
    }

    private MessageEvent posted(ChannelId where, String content) {
        return MessageEvent.Posted.text(server, where, new MessageId(Ids.fresh()), author, content, AT);
    }
}
