package io.webchat.support.problem;

import org.apache.tomcat.util.http.InvalidParameterException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** What only Tomcat throws. Before the general advice, which would take it for a failure of ours. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
final class TomcatProblemAdvice {
    /** A query string that it cannot read, which it tells only once a parameter is asked for. */
    @ExceptionHandler
    ResponseEntity<Object> unreadableQuery(InvalidParameterException e) {
        return ProblemAdvice.problem(
                ProblemException.invalid("query", "must be percent-encoded UTF-8, without too many parameters"));
    }
}
