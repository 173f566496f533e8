package io.webchat.projection.deadletter;

import io.webchat.projection.deadletter.LetterDesk.Letter;
import io.webchat.projection.deadletter.LetterDesk.LetterList;
import io.webchat.projection.deadletter.LetterDesk.OpenedLetter;
import io.webchat.projection.deadletter.LetterDesk.Wanted;
import io.webchat.support.token.AuthenticatedUser;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The dead letters, for operators in the web app. Who opens a letter sees the record in it, so that is logged. */
@RestController
class DeadLetterOperationsEndpoint {
    private static final Logger log = LoggerFactory.getLogger(DeadLetterOperationsEndpoint.class);
    private static final String PATH = "/api/operations/dead-letters";
    private static final String LETTER = PATH + "/{topic}/{partition}/{offset}";

    private final LetterDesk desk;

    DeadLetterOperationsEndpoint(LetterDesk desk) {
        this.desk = desk;
    }

    @GetMapping(PATH)
    LetterList listDeadLetters(
            @RequestParam(required = false) @Nullable String view,
            @RequestParam(required = false) @Nullable String topic,
            @RequestParam(required = false) @Nullable String cause,
            @RequestParam(defaultValue = "false") boolean all,
            @RequestParam(defaultValue = "100") @Min(1) @Max(1000) int limit,
            AuthenticatedUser user) {
        user.requireOperator();
        return desk.list(new Wanted(view, topic, cause, all, limit));
    }

    @GetMapping(LETTER)
    OpenedLetter openDeadLetter(
            @PathVariable String topic,
            @PathVariable int partition,
            @PathVariable long offset,
            AuthenticatedUser user) {
        user.requireOperator();
        var opened = desk.open(topic, partition, offset);
        log.info("dead letter {} opened by operator {}", opened.letter().id(), user.userId());
        return opened;
    }

    @PostMapping(LETTER + "/replay")
    Letter replayDeadLetter(
            @PathVariable String topic, @PathVariable int partition, @PathVariable long offset, AuthenticatedUser user)
            throws InterruptedException {
        user.requireOperator();
        var replayed = desk.replay(topic, partition, offset);
        log.info("dead letter {} replayed by operator {}: {}", replayed.id(), user.userId(), replayed.state());
        return replayed;
    }
}
