package io.webchat.projection.export;

import java.io.IOException;
import java.io.OutputStream;
import tools.jackson.databind.json.JsonMapper;

/** Each line is a JSON object. */
final class JsonLines implements ExportSink {
    private final OutputStream out;
    private final JsonMapper json;

    JsonLines(OutputStream out, JsonMapper json) {
        this.out = out;
        this.json = json;
    }

    @Override
    public void message(Line line) throws IOException {
        write(line);
    }

    @Override
    public void end(End end) throws IOException {
        write(end);
    }

    @Override
    public void flush() throws IOException {
        out.flush();
    }

    private void write(Object line) throws IOException {
        out.write(json.writeValueAsBytes(line));
        out.write('\n');
    }
}
