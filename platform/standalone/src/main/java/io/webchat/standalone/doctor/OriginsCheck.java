package io.webchat.standalone.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Which web pages of other origins may call the API in the name of whoever looks at them. */
final class OriginsCheck implements Check {
    private static final String CHECK = "origins";
    private static final Section SECTION = Section.HARDENING_CHECK_LIST;
    private static final Pattern EXACT = Pattern.compile("https?://[A-Za-z0-9.\\-\\[\\]:]+");
    private static final Pattern LOCAL = Pattern.compile("https?://(localhost|127\\.[\\d.]+|\\[::1])(:\\d+)?");

    @Override
    public List<Finding> examine(Deployment deployment) {
        var origins = deployment.setting("CORS_ALLOWED_ORIGINS").stream()
                .flatMap(list -> Stream.of(list.split(",", -1)))
                .map(String::strip)
                .toList();
        var findings = new ArrayList<Finding>();
        for (var origin : origins) {
            if (!EXACT.matcher(origin).matches()) {
                findings.add(Finding.critical(
                        CHECK,
                        "CORS_ALLOWED_ORIGINS has \"" + origin
                                + "\", which is no exact origin; services refuse to start.",
                        "Name origins such as https://chat.example.org, without path or wildcard.",
                        SECTION));
            } else if (LOCAL.matcher(origin).matches()) {
                findings.add(Finding.critical(
                        CHECK,
                        "CORS_ALLOWED_ORIGINS allows " + origin + ": whatever runs on a visitor's own machine.",
                        "Remove it.",
                        SECTION));
            } else if (origin.startsWith("http:")) {
                findings.add(Finding.critical(
                        CHECK,
                        "CORS_ALLOWED_ORIGINS allows " + origin + ", whose pages anybody on the way can change.",
                        "Allow https origins only.",
                        SECTION));
            }
        }
        deployment
                .setting("WEBCHAT_HOST")
                .filter(host -> origins.stream()
                        .noneMatch(origin -> origin.matches("https://" + Pattern.quote(host) + "(:\\d+)?")))
                .ifPresent(host -> findings.add(Finding.warning(
                        CHECK,
                        "CORS_ALLOWED_ORIGINS lacks https://" + host + ", where WEBCHAT_HOST says that people are.",
                        "Add it, or correct WEBCHAT_HOST: without it no WebSocket opens.",
                        SECTION)));
        return findings.isEmpty()
                ? List.of(Finding.fine(CHECK, "CORS_ALLOWED_ORIGINS has exact https origins only."))
                : findings;
    }
}
