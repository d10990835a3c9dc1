package io.daybook.query.notary;

import io.daybook.api.Page;
import io.daybook.api.PageRequest;
import io.daybook.query.platform.Refusal;
import io.daybook.query.platform.freshness.ReadsFrom;
import io.daybook.query.platform.operation.Operations;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Checkpoints of the log, and proofs, by REST. */
@RestController
@ReadsFrom({})
final class NotaryController {

    private static final MediaType TEXT = new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8);

    private final Checkpoints checkpoints;
    private final ProofQueries proofs;
    private final KeyRows keys;
    private final Notary notary;
    private final Operations operations;

    NotaryController(Checkpoints checkpoints, ProofQueries proofs, KeyRows keys, Notary notary, Operations operations) {
        this.checkpoints = checkpoints;
        this.proofs = proofs;
        this.keys = keys;
        this.notary = notary;
        this.operations = operations;
    }

    /** The note that was signed last. */
    @GetMapping("/checkpoints/latest")
    ResponseEntity<byte[]> latest() {
        return note(checkpoints.latest());
    }

    @GetMapping("/checkpoints/{size}")
    ResponseEntity<byte[]> checkpoint(@PathVariable long size) {
        return note(checkpoints.ofSize(size));
    }

    /** The latest first. */
    @GetMapping("/checkpoints")
    Page<CheckpointView> checkpoints(
            @RequestParam(defaultValue = "50") int limit, @RequestParam(required = false) @Nullable String cursor) {
        return checkpoints.page(new PageRequest(limit, cursor));
    }

    /** That an event is in the tree of a size; of the latest checkpoint where none is named. */
    @GetMapping("/proofs/inclusion")
    ProofView.Inclusion inclusion(@RequestParam long position, @RequestParam(required = false) @Nullable Long size) {
        return proofs.inclusion(position, size);
    }

    /** That the tree of a size is the beginning of another's; of the latest checkpoint's where none is named. */
    @GetMapping("/proofs/consistency")
    ProofView.Consistency consistency(@RequestParam long from, @RequestParam(required = false) @Nullable Long to) {
        return proofs.consistency(from, to);
    }

    @GetMapping("/notary/keys")
    Page<KeyView> keys() {
        return new Page<>(KeyView.of(keys.all()), null);
    }

    /** Seals all events up to now, the beginning of this very operation among them. */
    @PostMapping("/notary/seal")
    CheckpointView seal() {
        if (!notary.canSign()) {
            throw new Refusal(
                    HttpStatus.CONFLICT,
                    "NOTARY_HAS_NO_KEY",
                    "This instance has no key to sign with; give it one by daybook.notary.key-file");
        }
        SealedCheckpoint sealed = operations.recorded(
                "notary.seal", "log", Map.of(), this::sealedNow, checkpoint -> "Sealed up to " + checkpoint.size());
        return CheckpointView.of(sealed);
    }

    private SealedCheckpoint sealedNow() {
        try {
            notary.sealAll();
        } catch (SealRefused refused) {
            throw new Refusal(HttpStatus.CONFLICT, "SEAL_REFUSED", String.valueOf(refused.getMessage()));
        }
        return checkpoints.latest();
    }

    private static ResponseEntity<byte[]> note(SealedCheckpoint checkpoint) {
        return ResponseEntity.ok().contentType(TEXT).body(checkpoint.note().getBytes(StandardCharsets.UTF_8));
    }
}
