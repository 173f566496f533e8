package io.webchat.auth.account;

/** Another account has the e-mail address, or the username, or both. */
public final class AccountTakenException extends RuntimeException {
    private final boolean email;
    private final boolean username;

    AccountTakenException(boolean email, boolean username) {
        super("taken", null, false, false);
        this.email = email;
        this.username = username;
    }

    public boolean email() {
        return email;
    }

    public boolean username() {
        return username;
    }
}
