package io.webchat.standalone.doctor;

import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import javax.net.ssl.SSLContext;

/** Makes all the checks that fit a deployment. */
public final class Doctor {
    private final List<Check> checks;
    private final List<Finding> leftOut;

    private Doctor(List<Check> checks, List<Finding> leftOut) {
        this.checks = checks;
        this.leftOut = leftOut;
    }

    /** For what {@code docker-compose.yml} runs, or the like. */
    public static Doctor ofProduction() {
        var clock = Clock.systemUTC();
        return new Doctor(
                List.of(
                        new SettingsCheck(),
                        new FilesCheck(),
                        new SecretsCheck(SecretsCheck.OF_PRODUCTION),
                        new WebPushCheck(),
                        new OriginsCheck(),
                        new CertificateCheck(browsers(), clock),
                        new AddressesCheck(OpenPortsCheck::ofTheGateway),
                        new OpenPortsCheck(OpenPortsCheck::ofTheGateway),
                        new ReplicationCheck(),
                        new KafkaAccessCheck(),
                        new RedisCheck(),
                        new DatabaseCheck(),
                        new DiskCheck(),
                        new BackupCheck(clock),
                        new AlertsCheck(),
                        new VersionsCheck()),
                List.of(
                        Finding.notChecked(
                                "check-list",
                                "What only you can tell, or try: who can use the engine; that a ban of fail2ban keeps out; that OPERATORS have"
                                        + " accounts; that renewal, security updates and backups are scheduled, and backups copied elsewhere; that"
                                        + " disks are encrypted and clocks right; that a test alert arrived, and a restored backup worked.")));
    }

    /** For what {@code ./webchat up} runs, which has neither TLS nor replicas, and tells nobody when it is ill. */
    public static Doctor ofTheEmbeddedDefault() {
        return new Doctor(
                List.of(
                        new FilesCheck(),
                        new SecretsCheck(SecretsCheck.OF_THE_EMBEDDED_DEFAULT),
                        new OpenPortsCheck(deployment -> OpenPortsCheck.ofThisMachine()),
                        new DiskCheck()),
                List.of(Finding.notChecked(
                        "production",
                        "This is the embedded default, for trying WebChat: origins, certificate, replication, stores, backups,"
                                + " alerts and versions are not checked. --env .env checks a production.")));
    }

    /** The ports that nobody outside may reach, of {@code docker-compose.yml}. */
    public static Set<Integer> closedPortsOfProduction() {
        return OpenPortsCheck.OF_PRODUCTION;
    }

    /** What all checks have found, the worst first. */
    public List<Finding> examine(Deployment deployment) {
        var findings = new ArrayList<Finding>();
        checks.forEach(check -> findings.addAll(check.examine(deployment)));
        findings.addAll(leftOut);
        findings.sort(Comparator.comparing(Finding::severity));
        return findings;
    }

    private static SSLContext browsers() {
        try {
            return SSLContext.getDefault();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
