package io.webchat.standalone.cli;

import io.webchat.standalone.supervisor.StartRefused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * The entry point: {@code up}, {@code down}, {@code status}, {@code logs}, {@code smoke}, {@code bench},
 * {@code rebuild}, {@code verify}, {@code dlt}, {@code backup}, {@code verify-backup}, {@code restore} and
 * {@code doctor}. Exit codes: 0 done, 1 not done or not healthy, 2 wrong usage, 3 nothing runs there.
 */
@Command(
        name = "webchat",
        subcommands = {
            UpCommand.class,
            DownCommand.class,
            StatusCommand.class,
            LogsCommand.class,
            SmokeCommand.class,
            BenchCommand.class,
            RebuildCommand.class,
            VerifyCommand.class,
            DeadLetterCommand.class,
            BackupCommand.class,
            VerifyBackupCommand.class,
            RestoreCommand.class,
            DoctorCommand.class,
            FreeOffsetCommand.class
        })
public final class Webchat {
    static final int FAILED = 1;
    static final int NOT_RUNNING = 3;

    private Webchat() {}

    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Webchat())
                .setExecutionExceptionHandler(Webchat::failed)
                .setParameterExceptionHandler(Webchat::wrongUsage);
    }

    private static int failed(Exception e, CommandLine command, CommandLine.ParseResult parsed) throws Exception {
        var line = switch (e) {
            case StartRefused refused -> refused.getMessage();
            case UncheckedIOException unreadable -> fileTrouble(unreadable.getCause());
            case IOException unreadable -> fileTrouble(unreadable);
            default -> null;
        };
        if (line == null) {
            throw e;
        }
        command.getErr().println(line);
        return FAILED;
    }

    /** A line for what the user can mend: a file that cannot be read or written. Null for everything else. */
    private static @Nullable String fileTrouble(@Nullable IOException e) {
        return e instanceof FileSystemException file
                ? file.getFile() + ": " + (file.getReason() == null ? "cannot be read or written" : file.getReason())
                : null;
    }

    /** The script has the help texts, so that they can be read before anything is built. */
    private static int wrongUsage(CommandLine.ParameterException e, String[] args) {
        var command = e.getCommandLine();
        command.getErr().println(e.getMessage());
        command.getErr().println("See ./" + command.getCommandSpec().qualifiedName() + " --help");
        return CommandLine.ExitCode.USAGE;
    }
}
