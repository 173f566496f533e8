package io.webchat.standalone.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Whether the store of accounts and files asks for a password, encrypts what travels, and keeps what it acknowledges.
 */
final class DatabaseCheck implements Check {
    private static final String CHECK = "mongodb";
    private static final Section SECTION = Section.HARDENING_CHECK_LIST;
    private static final Pattern URI =
            Pattern.compile("mongodb(\\+srv)?://(?:([^@/]+)@)?([^@/?]+)(?:/[^?]*)?(?:\\?(.*))?");

    @Override
    public List<Finding> examine(Deployment deployment) {
        var uri = deployment.setting("MONGO_URI").map(URI::matcher);
        if (uri.isEmpty() || !uri.get().matches()) {
            return List.of(Finding.critical(
                    CHECK,
                    "MONGO_URI is " + (uri.isEmpty() ? "not set." : "no mongodb:// address."),
                    "Name the store, mongodb://user:password@host:27017/?authSource=admin.",
                    Section.DEPLOY));
        }
        var parts = uri.get();
        var credentials = parts.group(2);
        var hosts = List.of(parts.group(3).split(",", -1));
        var options = parts.group(4) == null ? "" : parts.group(4);
        var findings = new ArrayList<Finding>();
        var isElsewhere = parts.group(1) != null
                || hosts.stream().map(host -> host.replaceFirst(":\\d+$", "")).anyMatch(Hosts::isElsewhere);
        if (credentials == null || !credentials.contains(":")) {
            findings.add(withoutPassword(isElsewhere));
        } else if (credentials.endsWith(":PASSWORD")) {
            findings.add(Finding.critical(
                    CHECK, "MONGO_URI has the password of the example.", "Put MONGO_PASSWORD there.", SECTION));
        } else if (!isElsewhere && !hasPasswordOfTheOverlay(deployment, credentials)) {
            findings.add(Finding.critical(
                    CHECK,
                    "MONGO_URI has another password than MONGO_PASSWORD: the services are not let in.",
                    "Put MONGO_PASSWORD there, percent-encoded.",
                    Section.HIGH_AVAILABILITY));
        }
        // What mongodb+srv names is asked for by TLS unless it says otherwise.
        if (isElsewhere
                && !has(options, "tls=true", "ssl=true")
                && (parts.group(1) == null || has(options, "tls=false"))) {
            findings.add(Finding.critical(
                    CHECK, "MONGO_URI leads to another machine without TLS.", "Add tls=true to it.", SECTION));
        }
        if (hosts.size() > 1 && has(options, "w=1", "w=0")) {
            findings.add(Finding.critical(
                    CHECK,
                    "MONGO_URI takes the word of a single member for written: a failover loses accounts.",
                    "Write w=majority in it.",
                    Section.HIGH_AVAILABILITY));
        }
        return findings.isEmpty()
                ? List.of(Finding.fine(CHECK, "MongoDB asks for a password, and is reached in safety."))
                : findings;
    }

    private static boolean hasPasswordOfTheOverlay(Deployment deployment, String credentials) {
        return deployment
                .setting("MONGO_PASSWORD")
                .map(password -> UserInfo.hasPassword(credentials, password))
                .orElse(true);
    }

    /** Beyond the stack's own networks anybody may come by; within, only who is in already. */
    private static Finding withoutPassword(boolean isElsewhere) {
        var message = "MONGO_URI has no user and password: whoever reaches MongoDB has all accounts and files.";
        var advice = "The HA overlay has users; or use a server of your own that asks for a password.";
        return isElsewhere
                ? Finding.critical(CHECK, message, advice, SECTION)
                : Finding.warning(CHECK, message, advice, SECTION);
    }

    private static boolean has(String options, String... any) {
        return Stream.of(options.split("&", -1)).anyMatch(List.of(any)::contains);
    }
}
