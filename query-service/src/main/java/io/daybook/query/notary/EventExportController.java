package io.daybook.query.notary;

import io.daybook.eventstore.PostgresEventStorageEngine;
import io.daybook.query.platform.Refusal;
import io.daybook.query.platform.freshness.ReadsFrom;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * {@code GET /events/export}: all events up to a position, with checkpoints, in the format that the offline verifier
 * reads. One that fails on its way has no end, so nobody takes a part for the whole. Each holds two connections to the
 * database: a few at once must do.
 */
@RestController
@ReadsFrom({})
final class EventExportController {

    private static final Logger logger = LoggerFactory.getLogger(EventExportController.class);
    private static final int AT_ONCE = 2;
    private static final int BUFFER = 1 << 16;

    private final PostgresEventStorageEngine engine;
    private final TileRows tiles;
    private final CheckpointRows rows;
    private final Checkpoints checkpoints;
    private final Semaphore places = new Semaphore(AT_ONCE);

    EventExportController(
            PostgresEventStorageEngine engine, TileRows tiles, CheckpointRows rows, Checkpoints checkpoints) {
        this.engine = engine;
        this.tiles = tiles;
        this.rows = rows;
        this.checkpoints = checkpoints;
    }

    /** Up to a position; where none is named, to the latest checkpoint. */
    @GetMapping("/events/export")
    void export(@RequestParam(required = false) @Nullable Long until, HttpServletResponse response) {
        long last = checkpoints.sealedSize(until, "until");
        if (!places.tryAcquire()) {
            throw new Refusal(
                    HttpStatus.SERVICE_UNAVAILABLE,
                    "TOO_MANY_EXPORTS",
                    "Too many exports run at once; try again later");
        }
        try {
            response.setContentType(MediaType.APPLICATION_OCTET_STREAM_VALUE);
            response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"events.daybook\"");
            response.setHeader("Event-Position", Long.toString(last));
            BufferedOutputStream out = new BufferedOutputStream(response.getOutputStream(), BUFFER);
            EventExport.write(engine, tiles, rows, last, out);
        } catch (IOException gone) {
            logger.debug("An export was not read to its end", gone);
        } finally {
            places.release();
        }
    }
}
