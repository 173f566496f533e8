package io.webchat.standalone.cli;

import picocli.CommandLine.Command;

/** The records that views could not apply. */
@Command(
        name = "dlt",
        subcommands = {DeadLetterListCommand.class, DeadLetterShowCommand.class, DeadLetterReplayCommand.class})
final class DeadLetterCommand {}
