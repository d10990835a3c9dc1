package io.daybook.query.platform.list;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import tools.jackson.databind.JsonNode;

/**
 * Sends all rows of a list, each as it comes. Before the first row a failure is a problem like any other; after it the
 * connection is cut, so that nobody takes a part for the whole. Each holds a connection to the database: a few at once
 * must do.
 */
@Component
public final class Exports {

    private static final Logger logger = LoggerFactory.getLogger(Exports.class);
    private static final int AT_ONCE = 4;

    private final Lists lists;
    private final Semaphore places = new Semaphore(AT_ONCE);

    Exports(Lists lists) {
        this.lists = lists;
    }

    void send(Listed<?> listed, HttpOutputMessage message) throws IOException {
        send(each -> lists.each(listed, each::accept), () -> {
            OutputStream out = begun(listed.list().name, listed.format(), message);
            return listed.format() == Format.CSV
                    ? new CsvExport(listed.fields(), out)
                    : new NdjsonExport(listed.fields(), out);
        });
    }

    /** Hands over rows, each as it comes. */
    @FunctionalInterface
    public interface Rows {
        void each(Consumer<JsonNode> row);
    }

    /**
     * Sends rows of anything as NDJSON.
     *
     * @param name of the file
     */
    public void sendNdjson(String name, Rows rows, HttpOutputMessage message) throws IOException {
        send(rows, () -> {
            OutputStream out = begun(name, Format.NDJSON, message);
            return new NdjsonExport(Fields.ALL, out);
        });
    }

    private static OutputStream begun(String name, Format format, HttpOutputMessage message) throws IOException {
        String file = name + "." + format.suffix();
        message.getHeaders().setContentType(format.mediaType());
        message.getHeaders()
                .setContentDisposition(
                        ContentDisposition.attachment().filename(file).build());
        return message.getBody();
    }

    private void send(Rows rows, Beginning beginning) throws IOException {
        if (!places.tryAcquire()) {
            throw new ResponseStatusException(
                    HttpStatus.SERVICE_UNAVAILABLE, "Too many exports run at once; try again later");
        }
        Sending sending = new Sending(beginning);
        try {
            rows.each(sending::row);
            sending.begun().end();
        } catch (UncheckedIOException | IOException gone) {
            // nobody is left to be told
            logger.debug("An export was not read to its end", gone);
            Connections.cut();
        } catch (RuntimeException failure) {
            if (sending.export == null) {
                throw failure;
            }
            logger.error("An export failed on its way", failure);
            Connections.cut();
        } finally {
            places.release();
        }
    }

    /** Begins an export. */
    private interface Beginning {
        Export begin() throws IOException;
    }

    /** An export, which begins with its first row. */
    private static final class Sending {

        private final Beginning beginning;
        private @Nullable Export export;

        Sending(Beginning beginning) {
            this.beginning = beginning;
        }

        void row(JsonNode view) {
            try {
                begun().row(view);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        Export begun() throws IOException {
            if (export == null) {
                export = beginning.begin();
            }
            return export;
        }
    }
}
