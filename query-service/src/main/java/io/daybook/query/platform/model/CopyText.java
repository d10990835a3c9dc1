package io.daybook.query.platform.model;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.postgresql.copy.CopyIn;

/** Rows in the text format of PostgreSQL's COPY (manual, "COPY", File Formats), sent in blocks. */
final class CopyText implements Closeable {

    private static final int BLOCK = 1 << 16;

    private final CopyIn copy;
    private final StringBuilder text = new StringBuilder(BLOCK + 1_000);
    private boolean first = true;

    CopyText(CopyIn copy) {
        this.copy = copy;
    }

    void value(@Nullable Object value) {
        if (!first) {
            text.append('\t');
        }
        first = false;
        if (value == null) {
            text.append("\\N");
        } else if (value instanceof Number || value instanceof Boolean) {
            text.append(value);
        } else {
            escape(value.toString());
        }
    }

    private void escape(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '\\' -> text.append("\\\\");
                case '\t' -> text.append("\\t");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                default -> text.append(c);
            }
        }
    }

    void endOfRow() throws SQLException {
        text.append('\n');
        first = true;
        if (text.length() >= BLOCK) {
            send();
        }
    }

    private void send() throws SQLException {
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        copy.writeToCopy(bytes, 0, bytes.length);
        text.setLength(0);
    }

    /** Ends the copy; answers how many rows there were. */
    long end() throws SQLException {
        send();
        return copy.endCopy();
    }

    /** Takes back what was sent, where the end was not reached. */
    @Override
    public void close() throws IOException {
        if (!copy.isActive()) {
            return;
        }
        try {
            copy.cancelCopy();
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }
}
