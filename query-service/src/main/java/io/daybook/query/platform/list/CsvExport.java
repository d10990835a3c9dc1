package io.daybook.query.platform.list;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An export as CSV (RFC 4180) with a header. A value that is not there is an empty cell, an empty text is a quoted one;
 * lists and records are JSON. A text that a spreadsheet would take for a formula has an apostrophe before it.
 */
final class CsvExport implements Export {

    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d+(\\.\\d+)?([eE][+-]?\\d+)?");
    private static final String FORMULA = "=+-@\t\r\n";

    private final Fields fields;
    private final CsvWriter csv;

    CsvExport(Fields fields, OutputStream out) {
        this.fields = fields;
        this.csv = CsvWriter.builder()
                .quoteStrategy(QuoteStrategies.EMPTY)
                .lineDelimiter(LineDelimiter.CRLF)
                .build(new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8)));
        csv.writeRecord(fields.paths());
    }

    @Override
    public void row(JsonNode view) {
        List<@Nullable String> cells = new ArrayList<>();
        fields.cells(view).forEach(cell -> cells.add(text(cell)));
        csv.writeRecord(cells);
    }

    @Override
    public void end() throws IOException {
        csv.close();
    }

    static @Nullable String text(JsonNode value) {
        if (value.isNull()) {
            return null;
        }
        if (value.isContainer()) {
            return value.toString();
        }
        String text = value.asString();
        boolean formula = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0;
        return formula && !NUMBER.matcher(text).matches() ? "'" + text : text;
    }
}
