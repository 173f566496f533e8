package io.webchat.projection.export;

import io.webchat.support.problem.ProblemException;
import io.webchat.support.problem.ProblemType;
import java.io.OutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.util.MimeTypeUtils;
import tools.jackson.databind.json.JsonMapper;

/** What an export looks like. */
enum ExportFormat {
    JSONL(MediaType.APPLICATION_NDJSON, "application/x-ndjson"),
    CSV(MediaType.parseMediaType("text/csv"), "text/csv;header=present;charset=UTF-8");

    private final MediaType type;
    private final String contentType;

    ExportFormat(MediaType type, String contentType) {
        this.type = type;
        this.contentType = contentType;
    }

    /**
     * The one that is asked for: by name, or else by the header; JSON lines if both leave it open.
     *
     * @param name null for none
     * @param accept the header; null for none
     */
    static ExportFormat of(@Nullable String name, @Nullable String accept) {
        if (name == null) {
            return accepted(accept);
        }
        return switch (name) {
            case "jsonl" -> JSONL;
            case "csv" -> CSV;
            default -> throw ProblemException.invalid("format", "must be jsonl or csv");
        };
    }

    private static ExportFormat accepted(@Nullable String accept) {
        for (var wanted : mediaTypes(accept)) {
            for (var format : values()) {
                if (wanted.getQualityValue() > 0 && wanted.includes(format.type)) {
                    return format;
                }
            }
        }
        throw new ProblemException(
                ProblemType.NOT_ACCEPTABLE,
                "An export is " + JSONL.type + " or " + CSV.type + "; Accept has to include one of them.");
    }

    private static List<MediaType> mediaTypes(@Nullable String accept) {
        try {
            var wanted = MediaType.parseMediaTypes(accept);
            MimeTypeUtils.sortBySpecificity(wanted);
            return wanted.isEmpty() ? List.of(MediaType.ALL) : wanted;
        } catch (InvalidMediaTypeException e) {
            throw ProblemException.invalid("Accept", "must be media types");
        }
    }

    String contentType() {
        return contentType;
    }

    String fileName(String title) {
        return (title.isBlank() ? "conversation" : title) + (this == CSV ? ".csv" : ".jsonl");
    }

    ExportSink to(OutputStream out, JsonMapper json) {
        return switch (this) {
            case JSONL -> new JsonLines(out, json);
            case CSV -> new CsvRows(out);
        };
    }
}
