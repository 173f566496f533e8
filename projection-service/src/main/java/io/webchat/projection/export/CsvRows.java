package io.webchat.projection.export;

import io.webchat.log.Timestamps;
import io.webchat.projection.timeline.TimelineMessage;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.SequenceWriter;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvSchema;
import tools.jackson.dataformat.csv.CsvWriteFeature;

/**
 * Rows as RFC 4180 has them, all cells in quotation marks.
 *
 * <p>No cell is a formula: what a spreadsheet might take for one, and what begins with an apostrophe, has an apostrophe
 * before it. So whoever wants the text back drops the first character of each cell that begins with one.
 *
 * @see <a href="https://owasp.org/www-community/attacks/CSV_Injection">OWASP on CSV injection</a>
 */
final class CsvRows implements ExportSink {
    /** The wide forms as well, which some spreadsheets take for the others. */
    private static final String DANGEROUS = "=+-@＝＋－＠";

    private static final CsvMapper CSV = CsvMapper.builder()
            .enable(CsvWriteFeature.ALWAYS_QUOTE_STRINGS)
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .build();

    private static final CsvSchema SCHEMA = CsvSchema.builder()
            .addColumn("kind")
            .addColumn("cursor")
            .addColumn("serverId")
            .addColumn("channelId")
            .addColumn("channel")
            .addColumn("threadId")
            .addColumn("number")
            .addColumn("messageId")
            .addColumn("at")
            .addColumn("authorId")
            .addColumn("author")
            .addColumn("content")
            .addColumn("replyTo")
            .addColumn("editedAt")
            .addColumn("isDeleted")
            .addColumn("isPinned")
            .addColumn("reactions")
            .addColumn("attachments")
            .addColumn("complete")
            .addColumn("problem")
            .setUseHeader(true)
            .setLineSeparator("\r\n")
            .build();

    private final SequenceWriter rows;

    CsvRows(OutputStream out) {
        rows = CSV.writer(SCHEMA).writeValues(out);
    }

    @Override
    public void message(Line line) {
        var message = line.message();
        var row = new LinkedHashMap<String, String>();
        put(row, "kind", line.kind());
        put(row, "cursor", line.cursor());
        put(row, "serverId", line.serverId());
        put(row, "channelId", message.channelId());
        put(row, "channel", line.channel());
        put(row, "threadId", message.threadId());
        put(row, "number", message.number());
        put(row, "messageId", message.messageId());
        put(row, "at", Timestamps.format(message.at()));
        put(row, "authorId", message.authorId());
        put(row, "author", line.author());
        put(row, "content", message.content());
        put(row, "replyTo", message.replyTo());
        put(row, "editedAt", message.editedAt() == null ? null : Timestamps.format(message.editedAt()));
        put(row, "isDeleted", message.isDeleted());
        put(row, "isPinned", message.isPinned());
        put(row, "reactions", reactions(message));
        put(row, "attachments", attachments(message));
        rows.write(row);
    }

    @Override
    public void end(End end) {
        var row = new LinkedHashMap<String, String>();
        put(row, "kind", end.kind());
        put(row, "cursor", end.cursor());
        put(row, "complete", end.complete());
        put(row, "problem", end.problem());
        rows.write(row);
    }

    @Override
    public void flush() {
        rows.flush();
    }

    /** Such as {@code 👍 2}, one a line. */
    private static String reactions(TimelineMessage message) {
        return message.reactions().stream()
                .map(reaction ->
                        reaction.emoji().value() + " " + reaction.userIds().size())
                .collect(Collectors.joining("\n"));
    }

    /** Id and name, one a line. */
    private static String attachments(TimelineMessage message) {
        return message.attachments().stream()
                .map(attachment -> attachment.id() + " " + attachment.name().value())
                .collect(Collectors.joining("\n"));
    }

    private static void put(Map<String, String> row, String column, @Nullable Object value) {
        if (value != null) {
            row.put(column, harmless(value.toString()));
        }
    }

    /** Spreadsheets may pass over white space before a formula. */
    static String harmless(String text) {
        var visible = text.stripLeading();
        var isFormula = !visible.isEmpty() && DANGEROUS.indexOf(visible.charAt(0)) >= 0;
        return isFormula || text.startsWith("'") || text.startsWith("\t") || text.startsWith("\r") ? "'" + text : text;
    }
}
