package io.daybook.query.platform.list;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.JsonNode;

/** An export as JSON, a row on each line. */
final class NdjsonExport implements Export {

    private final Fields fields;
    private final OutputStream out;

    NdjsonExport(Fields fields, OutputStream out) {
        this.fields = fields;
        this.out = new BufferedOutputStream(out);
    }

    @Override
    public void row(JsonNode view) throws IOException {
        out.write(fields.choose(view).toString().getBytes(StandardCharsets.UTF_8));
        out.write('\n');
    }

    @Override
    public void end() throws IOException {
        out.close();
    }
}
