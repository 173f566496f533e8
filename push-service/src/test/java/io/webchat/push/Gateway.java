package io.webchat.push;

/** A push-service that clients can connect to. */
public interface Gateway {
    int port();
}
