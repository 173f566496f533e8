package io.webchat.command.structure;

import io.webchat.domain.structure.CommandId;
import io.webchat.domain.structure.StructureCommand;
import io.webchat.log.Envelope;
import io.webchat.log.codec.UnreadableRecordException;
import io.webchat.log.codec.WireCodec;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A structural command as it waits in the log for its writer. */
record PendingCommand(CommandId id, StructureCommand command) {
    private static final Logger log = LoggerFactory.getLogger(PendingCommand.class);

    /** Empty, and logged, for a record that nobody can understand: its client is told that the outcome is pending. */
    static Optional<PendingCommand> read(ConsumerRecord<byte[], byte[]> record) {
        try {
            var command = WireCodec.STRUCTURE_COMMANDS.decode(record);
            return Envelope.read(record.headers(), Envelope.COMMAND_ID)
                    .map(id -> new PendingCommand(CommandId.parse(id), command));
        } catch (UnreadableRecordException | IllegalArgumentException e) {
            log.error("skipping an unreadable structural command", e);
            return Optional.empty();
        }
    }
}
