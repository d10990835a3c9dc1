package io.daybook.query.erasure;

import io.daybook.query.platform.freshness.ReadsFrom;
import java.nio.charset.StandardCharsets;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
@ReadsFrom("customer")
final class ErasureController {

    private static final MediaType TEXT = new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8);

    private final Certificates certificates;

    ErasureController(Certificates certificates) {
        this.certificates = certificates;
    }

    /**
     * That the customer is erased, as a signed note, by a search made just now; 409 while something is left to be
     * erased.
     */
    @GetMapping("/customers/{customerId}/erasure")
    ResponseEntity<byte[]> certificate(@PathVariable String customerId) {
        return ResponseEntity.ok()
                .contentType(TEXT)
                .cacheControl(CacheControl.noStore())
                .body(certificates.of(customerId).getBytes(StandardCharsets.UTF_8));
    }
}
