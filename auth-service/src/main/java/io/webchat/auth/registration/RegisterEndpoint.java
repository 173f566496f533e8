package io.webchat.auth.registration;

import io.webchat.auth.account.Account;
import io.webchat.auth.announcement.Announcements;
import io.webchat.auth.session.SessionAnswers;
import io.webchat.support.consistency.ConsistencyToken;
import io.webchat.support.consistency.ConsistencyTokens;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * {@code POST /api/auth/register}. The answer is 201 once the account is stored, even if Kafka does not acknowledge its
 * event within some seconds: the account exists, its owner can log in, and the event follows. Only then does the answer
 * carry no consistency token.
 */
@RestController
final class RegisterEndpoint {
    private final Registration registration;
    private final Announcements announcements;
    private final ConsistencyTokens consistencyTokens;
    private final SessionAnswers answers;

    RegisterEndpoint(
            Registration registration,
            Announcements announcements,
            ConsistencyTokens consistencyTokens,
            SessionAnswers answers) {
        this.registration = registration;
        this.announcements = announcements;
        this.consistencyTokens = consistencyTokens;
        this.answers = answers;
    }

    @PostMapping("/api/auth/register")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<SessionAnswers.OpenedSession> register(
            @RequestBody RegistrationRequest registrationRequest, HttpServletRequest request) {
        var account = registration.register(registrationRequest.validated());
        return answers.open(account, HttpStatus.CREATED, announce(account), request);
    }

    private HttpHeaders announce(Account account) {
        var headers = new HttpHeaders();
        announcements.announce(account.userId()).ifPresent(position -> {
            var token = ConsistencyToken.of(position.stream(), position.nextOffset());
            headers.set(ConsistencyTokens.HEADER, consistencyTokens.encode(account.userId(), token));
        });
        return headers;
    }
}
