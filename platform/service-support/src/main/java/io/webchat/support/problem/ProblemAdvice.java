package io.webchat.support.problem;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingRequestCookieException;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import org.springframework.web.util.DisconnectedClientHelper;

/** The one place where an exception becomes an answer. Filters hand theirs to it too, by {@link ProblemResolver}. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
final class ProblemAdvice extends ResponseEntityExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);
    private static final Duration STORE_RETRY = Duration.ofSeconds(2);

    @ExceptionHandler
    ResponseEntity<Object> expected(ProblemException e, HttpServletRequest request) {
        FailureExplanation.settle(request);
        return problem(e);
    }

    static ResponseEntity<Object> problem(ProblemException e) {
        var headers = new HttpHeaders(e.headers());
        if (e.type().status().value() == 401 && !headers.containsHeader(HttpHeaders.WWW_AUTHENTICATE)) {
            headers.set(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"webchat\"");
        }
        return new ResponseEntity<>(e.body(), headers, e.type().status());
    }

    /** MongoDB or Redis did not answer. Logged without a stack trace: there may be many. */
    @ExceptionHandler({DataAccessResourceFailureException.class, TransientDataAccessException.class})
    ResponseEntity<Object> storeUnavailable(DataAccessException e, HttpServletRequest request) {
        LOG.warn("{} {}: the store is unavailable: {}", request.getMethod(), request.getRequestURI(), e.toString());
        FailureExplanation.settle(request);
        return problem(new ProblemException(ProblemType.STORE_UNAVAILABLE, "The store did not answer in time.")
                .retryAfter(STORE_RETRY));
    }

    /** Whatever nobody expected: logged in full under an id that is all the client learns. */
    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> unexpected(Exception e, HttpServletRequest request) {
        if (DisconnectedClientHelper.isClientDisconnectedException(e)) {
            return null;
        }
        var explanation = FailureExplanation.settle(request);
        if (explanation.isPresent()) {
            return problem(explanation.get());
        }
        var correlationId = UUID.randomUUID().toString();
        LOG.error("{} {} failed, correlation id {}", request.getMethod(), request.getRequestURI(), correlationId, e);
        var problem = ProblemType.INTERNAL_ERROR.because("The failure is logged under the id " + correlationId + ".");
        problem.setProperty("correlationId", correlationId);
        return new ResponseEntity<>(problem, ProblemType.INTERNAL_ERROR.status());
    }

    @Override
    protected ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return problem(InvalidInput.of(e.getBindingResult()));
    }

    @Override
    protected ResponseEntity<Object> handleHandlerMethodValidationException(
            HandlerMethodValidationException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return problem(InvalidInput.of(e));
    }

    @Override
    protected ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return problem(InvalidInput.of(e));
    }

    @Override
    protected ResponseEntity<Object> handleHttpMediaTypeNotSupported(
            HttpMediaTypeNotSupportedException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return problem(Utf8Bodies.unsupported(MediaType.toString(e.getSupportedMediaTypes())));
    }

    @Override
    protected ResponseEntity<Object> handleMissingServletRequestParameter(
            MissingServletRequestParameterException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return problem(ProblemException.invalid(e.getParameterName(), "must be given"));
    }

    @Override
    protected ResponseEntity<Object> handleServletRequestBindingException(
            ServletRequestBindingException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return problem(
                switch (e) {
                    case MissingRequestHeaderException header ->
                        ProblemException.invalid(header.getHeaderName(), "must be given as a header");
                    case MissingRequestCookieException cookie ->
                        ProblemException.invalid(cookie.getCookieName(), "must be given as a cookie");
                    default -> new ProblemException(ProblemType.INVALID_REQUEST, "The request is incomplete.");
                });
    }

    @Override
    protected ResponseEntity<Object> handleTypeMismatch(
            TypeMismatchException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        var name = e instanceof MethodArgumentTypeMismatchException argument ? argument.getName() : e.getPropertyName();
        return problem(ProblemException.invalid(name == null ? "parameter" : name, InvalidInput.messageOf(e)));
    }

    /** Every other exception of the framework knows its status; the type follows from that. */
    @Override
    protected ResponseEntity<Object> createResponseEntity(
            @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        var type = ProblemType.of(status);
        return new ResponseEntity<>(type.because(type.title() + "."), headers, status);
    }
}
