package io.daybook.query.webhook;

import io.daybook.api.Page;
import io.daybook.api.PageRequest;
import io.daybook.query.platform.freshness.ReadsFrom;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Subscriptions to events by REST. */
@RestController
@ReadsFrom({})
@RequestMapping("/webhooks")
final class WebhookController {

    private final Webhooks webhooks;

    WebhookController(Webhooks webhooks) {
        this.webhooks = webhooks;
    }

    /** The answer has the signing secret, which is shown this once. */
    @PostMapping
    ResponseEntity<Webhooks.Shown> subscribe(@RequestBody WebhookRequest request) {
        Webhooks.Shown shown = webhooks.subscribe(request);
        return ResponseEntity.created(URI.create("/webhooks/" + shown.id()))
                .cacheControl(CacheControl.noStore())
                .body(shown);
    }

    @GetMapping
    Page<WebhookView> webhooks(
            @RequestParam(defaultValue = "50") int limit, @RequestParam(required = false) @Nullable String cursor) {
        return webhooks.list(new PageRequest(limit, cursor));
    }

    @GetMapping("/{id}")
    WebhookDetailView webhook(@PathVariable String id) {
        return webhooks.find(id);
    }

    /** Replaces all that can be changed; puts a disabled webhook to work again, and tries at once what is held up. */
    @PutMapping("/{id}")
    WebhookDetailView change(@PathVariable String id, @RequestBody WebhookRequest request) {
        return webhooks.change(id, request);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable String id) {
        webhooks.remove(id);
    }

    /** Asks for everything after a position again. */
    @PostMapping("/{id}/replays")
    @ResponseStatus(HttpStatus.ACCEPTED)
    WebhookDetailView replay(@PathVariable String id, @RequestBody Replay request) {
        return webhooks.replay(id, request.from());
    }

    /** The former secret signs beside the new one for a day. */
    @PostMapping("/{id}/secret")
    ResponseEntity<Webhooks.Shown> rotateSecret(@PathVariable String id) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(webhooks.rotateSecret(id));
    }

    /** Sends a message without an event, now, and tells what came of it. */
    @PostMapping("/{id}/pings")
    Webhooks.Pinged ping(@PathVariable String id) throws InterruptedException {
        return webhooks.ping(id);
    }

    /** From which position on events are asked for again. */
    record Replay(@Nullable Long from) {}
}
