package io.daybook.query.notary;

import io.daybook.api.RejectionCode;
import io.daybook.eventstore.PostgresEventStorageEngine;
import io.daybook.query.platform.Refusal;
import io.daybook.query.platform.UnknownEntity;
import io.daybook.query.platform.freshness.ReadsFrom;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What happened to an order or a price, with proof, as a ZIP for people who have nothing else. */
@RestController
@ReadsFrom({})
final class EvidenceController {

    private static final MediaType ZIP = MediaType.parseMediaType("application/zip");

    private final PostgresEventStorageEngine engine;
    private final Checkpoints checkpoints;
    private final TileRows tiles;
    private final KeyRows keys;

    EvidenceController(PostgresEventStorageEngine engine, Checkpoints checkpoints, TileRows tiles, KeyRows keys) {
        this.engine = engine;
        this.checkpoints = checkpoints;
        this.tiles = tiles;
        this.keys = keys;
    }

    @GetMapping("/orders/{orderId}/evidence")
    ResponseEntity<byte[]> ofOrder(@PathVariable String orderId) throws IOException {
        return pack("order:" + orderId, RejectionCode.ORDER_UNKNOWN);
    }

    @GetMapping("/prices/{sku}/evidence")
    ResponseEntity<byte[]> ofPrice(@PathVariable String sku) throws IOException {
        return pack("price:" + sku, RejectionCode.PRICE_UNKNOWN);
    }

    private ResponseEntity<byte[]> pack(String aggregateId, RejectionCode unknown) throws IOException {
        if (engine.placeOf(aggregateId).isEmpty()) {
            throw new UnknownEntity(unknown, "There are no events of " + aggregateId);
        }
        EvidencePack pack = EvidencePack.of(aggregateId, checkpoints.latest(), engine.log(), tiles);
        if (pack.isEmpty()) {
            throw new Refusal(
                    HttpStatus.CONFLICT,
                    "NOT_YET_SEALED",
                    "No event of %s is sealed yet; wait, or POST /notary/seal".formatted(aggregateId));
        }
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        pack.write(zip, KeyView.of(keys.all()));
        String name = aggregateId.replaceAll("[^A-Za-z0-9._-]", "-") + "-evidence.zip";
        return ResponseEntity.ok()
                .contentType(ZIP)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(zip.toByteArray());
    }
}
