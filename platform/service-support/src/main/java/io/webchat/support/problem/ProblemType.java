package io.webchat.support.problem;

import io.webchat.domain.Rejection;
import java.net.URI;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;

/**
 * The kinds of errors that clients may branch on. Slug and status of a released type never change; each type has its
 * section in {@code platform/docs/problems.md}.
 */
public enum ProblemType {
    INVALID_REQUEST(HttpStatus.BAD_REQUEST, "The request is invalid"),
    INVALID_CONSISTENCY_TOKEN(HttpStatus.BAD_REQUEST, "The consistency token is invalid"),
    UNAUTHENTICATED(HttpStatus.UNAUTHORIZED, "Authentication is required"),
    INVALID_CREDENTIALS(HttpStatus.UNAUTHORIZED, "The login or the password is wrong"),
    WRONG_PASSWORD(HttpStatus.FORBIDDEN, "The password is wrong"),
    MISSING_PERMISSION(HttpStatus.FORBIDDEN, "A permission is missing"),
    OUTRANKED(HttpStatus.FORBIDDEN, "The other stands as high or higher"),
    NO_COMMON_SERVER(HttpStatus.FORBIDDEN, "You share no server"),
    BANNED(HttpStatus.FORBIDDEN, "You are banned"),
    TIMED_OUT(HttpStatus.FORBIDDEN, "You are timed out"),
    ORIGIN_NOT_ALLOWED(HttpStatus.FORBIDDEN, "The origin is not allowed"),
    NOT_FOUND(HttpStatus.NOT_FOUND, "There is nothing here"),
    UNKNOWN_SERVER(HttpStatus.NOT_FOUND, "There is no such server"),
    UNKNOWN_CHANNEL(HttpStatus.NOT_FOUND, "There is no such channel"),
    UNKNOWN_CATEGORY(HttpStatus.NOT_FOUND, "There is no such category"),
    UNKNOWN_ROLE(HttpStatus.NOT_FOUND, "There is no such role"),
    UNKNOWN_MEMBER(HttpStatus.NOT_FOUND, "There is no such member"),
    UNKNOWN_MESSAGE(HttpStatus.NOT_FOUND, "There is no such message"),
    UNKNOWN_THREAD(HttpStatus.NOT_FOUND, "There is no such thread"),
    UNKNOWN_INVITE(HttpStatus.NOT_FOUND, "There is no such invite"),
    UNKNOWN_ATTACHMENT(HttpStatus.NOT_FOUND, "There is no such attachment"),
    UNKNOWN_AVATAR(HttpStatus.NOT_FOUND, "There is no such avatar"),
    UNKNOWN_ICON(HttpStatus.NOT_FOUND, "There is no such icon"),
    METHOD_NOT_ALLOWED(HttpStatus.METHOD_NOT_ALLOWED, "The method is not allowed here"),
    NOT_ACCEPTABLE(HttpStatus.NOT_ACCEPTABLE, "No acceptable representation"),
    BODY_TIMEOUT(HttpStatus.REQUEST_TIMEOUT, "The body took too long to arrive"),
    ALREADY_EXISTS(HttpStatus.CONFLICT, "It exists already"),
    OWNER_CANNOT_LEAVE(HttpStatus.CONFLICT, "The owner cannot leave"),
    CHANNEL_NAME_TAKEN(HttpStatus.CONFLICT, "The name is taken"),
    OUTDATED_ORDER(HttpStatus.CONFLICT, "The order is outdated"),
    EDIT_CONFLICT(HttpStatus.CONFLICT, "The message was edited meanwhile"),
    LIMIT_REACHED(HttpStatus.CONFLICT, "There are as many as there may be"),
    TOO_MANY_SERVERS(HttpStatus.CONFLICT, "Nobody can be in more servers"),
    TOO_MANY_GROUPS(HttpStatus.CONFLICT, "Nobody can be in more group conversations"),
    IDEMPOTENCY_KEY_EXPIRED(HttpStatus.CONFLICT, "The idempotency key is too old"),
    CONFLICTING_STATE(HttpStatus.CONFLICT, "Its state does not allow that"),
    EMAIL_TAKEN(HttpStatus.CONFLICT, "The e-mail address is taken"),
    USERNAME_TAKEN(HttpStatus.CONFLICT, "The username is taken"),
    INVITE_EXPIRED(HttpStatus.GONE, "The invite has expired"),
    INVITE_USED_UP(HttpStatus.GONE, "The invite is used up"),
    BODY_TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE, "The body is too large"),
    QUOTA_EXCEEDED(HttpStatus.CONTENT_TOO_LARGE, "The quota is exceeded"),
    UNSUPPORTED_MEDIA_TYPE(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "The media type is not supported"),
    SLOW_MODE(HttpStatus.TOO_MANY_REQUESTS, "The channel is in slow mode"),
    TOO_MANY_REQUESTS(HttpStatus.TOO_MANY_REQUESTS, "Too many requests"),
    INTERNAL_ERROR(HttpStatus.INTERNAL_SERVER_ERROR, "Something went wrong"),
    COMMAND_FAILED(HttpStatus.INTERNAL_SERVER_ERROR, "The command failed"),
    REQUEST_TIMEOUT(HttpStatus.SERVICE_UNAVAILABLE, "The request took too long"),
    OVERLOADED(HttpStatus.SERVICE_UNAVAILABLE, "The service is busy"),
    LOG_UNAVAILABLE(HttpStatus.SERVICE_UNAVAILABLE, "The log is unavailable"),
    STORE_UNAVAILABLE(HttpStatus.SERVICE_UNAVAILABLE, "The store is unavailable"),
    REPLICA_BEHIND(HttpStatus.SERVICE_UNAVAILABLE, "Permissions are not current"),
    OUTCOME_PENDING(HttpStatus.SERVICE_UNAVAILABLE, "The outcome is not known yet"),
    VIEW_UNAVAILABLE(HttpStatus.SERVICE_UNAVAILABLE, "The view is unavailable"),
    VIEW_BEHIND(HttpStatus.SERVICE_UNAVAILABLE, "The view is behind");

    private final HttpStatus status;
    private final String title;

    ProblemType(HttpStatus status, String title) {
        this.status = status;
        this.title = title;
    }

    /** The type in which a domain rejection reaches HTTP clients. */
    public static ProblemType of(Rejection.Reason reason) {
        return switch (reason) {
            case UNKNOWN_SERVER -> UNKNOWN_SERVER;
            case UNKNOWN_CHANNEL -> UNKNOWN_CHANNEL;
            case UNKNOWN_CATEGORY -> UNKNOWN_CATEGORY;
            case UNKNOWN_ROLE -> UNKNOWN_ROLE;
            case UNKNOWN_MEMBER -> UNKNOWN_MEMBER;
            case UNKNOWN_MESSAGE -> UNKNOWN_MESSAGE;
            case UNKNOWN_THREAD -> UNKNOWN_THREAD;
            case SLOW_MODE -> SLOW_MODE;
            case EDIT_CONFLICT -> EDIT_CONFLICT;
            case UNKNOWN_INVITE -> UNKNOWN_INVITE;
            case INVITE_EXPIRED -> INVITE_EXPIRED;
            case INVITE_USED_UP -> INVITE_USED_UP;
            case MISSING_PERMISSION -> MISSING_PERMISSION;
            case OUTRANKED -> OUTRANKED;
            case BANNED -> BANNED;
            case TIMED_OUT -> TIMED_OUT;
            case OWNER_CANNOT_LEAVE -> OWNER_CANNOT_LEAVE;
            case CHANNEL_NAME_TAKEN -> CHANNEL_NAME_TAKEN;
            case OUTDATED_ORDER -> OUTDATED_ORDER;
            case LIMIT_REACHED -> LIMIT_REACHED;
            case TOO_MANY_SERVERS -> TOO_MANY_SERVERS;
            case TOO_MANY_GROUPS -> TOO_MANY_GROUPS;
            case ALREADY_EXISTS -> ALREADY_EXISTS;
        };
    }

    /** The type that stands for a status which the framework chose. */
    public static ProblemType of(HttpStatusCode status) {
        return switch (status.value()) {
            case 401 -> UNAUTHENTICATED;
            case 403 -> ORIGIN_NOT_ALLOWED;
            case 404 -> NOT_FOUND;
            case 405 -> METHOD_NOT_ALLOWED;
            case 406 -> NOT_ACCEPTABLE;
            case 408 -> BODY_TIMEOUT;
            case 413 -> BODY_TOO_LARGE;
            case 415 -> UNSUPPORTED_MEDIA_TYPE;
            case 429 -> TOO_MANY_REQUESTS;
            case 503 -> REQUEST_TIMEOUT;
            default -> status.is4xxClientError() ? INVALID_REQUEST : INTERNAL_ERROR;
        };
    }

    /** The last part of the URI, in kebab case. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** {@code urn:webchat:problem:<slug>}. */
    public URI uri() {
        return URI.create("urn:webchat:problem:" + slug());
    }

    public HttpStatus status() {
        return status;
    }

    public String title() {
        return title;
    }

    /** A problem of this type. */
    public ProblemDetail because(String detail) {
        var problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(uri());
        problem.setTitle(title);
        return problem;
    }
}
