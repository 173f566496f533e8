package io.webchat.standalone.doctor;

import java.util.List;

/** What {@code doctor} shows; {@code doctor --json} prints exactly these fields. */
public record Examination(
        String examined, boolean healthy, long critical, long warnings, long notChecked, List<Finding> findings) {
    public static Examination of(String examined, List<Finding> findings) {
        var critical = count(findings, Severity.CRITICAL);
        return new Examination(
                examined,
                critical == 0,
                critical,
                count(findings, Severity.WARNING),
                count(findings, Severity.NOT_CHECKED),
                List.copyOf(findings));
    }

    private static long count(List<Finding> findings, Severity severity) {
        return findings.stream()
                .filter(finding -> finding.severity() == severity)
                .count();
    }
}
