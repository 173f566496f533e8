package io.webchat.support.operations;

/** A setting that has no default and was not given. */
final class MissingSettingException extends RuntimeException {
    private final String setting;

    MissingSettingException(String setting) {
        super("the required setting " + setting + " is missing");
        this.setting = setting;
    }

    String setting() {
        return setting;
    }
}
