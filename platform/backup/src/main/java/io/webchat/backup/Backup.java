package io.webchat.backup;

import com.mongodb.MongoException;
import io.webchat.log.UnusableKafkaConnectionException;
import java.io.IOException;
import java.nio.file.FileSystemException;
import org.apache.kafka.common.KafkaException;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * The entry point: {@code create}, {@code verify} and {@code restore}. Exit codes: 0 done, 1 not done or not whole, 2
 * wrong usage.
 */
@Command(
        name = "backup",
        subcommands = {CreateCommand.class, VerifyCommand.class, RestoreCommand.class})
public final class Backup {
    private static final int FAILED = 1;

    private Backup() {}

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Backup())
                .setExecutionExceptionHandler(Backup::failed)
                .execute(arguments));
    }

    private static int failed(Exception e, CommandLine command, CommandLine.ParseResult parsed) throws Exception {
        var line = switch (e) {
            case BackupException refused -> refused.getMessage();
            case FileSystemException file -> file.getFile() + ": " + reason(file);
            case IOException trouble -> trouble.getMessage();
            case MongoException trouble -> "MongoDB: " + trouble.getMessage();
            case UnusableKafkaConnectionException unusable -> unusable.getMessage();
            case KafkaException trouble -> "Kafka: " + trouble.getMessage();
            default -> null;
        };
        if (line == null) {
            throw e;
        }
        command.getErr().println(command.getCommandName() + ": " + line);
        return FAILED;
    }

    private static String reason(FileSystemException e) {
        var reason = e.getReason();
        return reason == null ? "cannot be read or written" : reason;
    }

    /** Of this build; {@code development} where it runs from its classes. */
    static String version() {
        var version = Backup.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }
}
