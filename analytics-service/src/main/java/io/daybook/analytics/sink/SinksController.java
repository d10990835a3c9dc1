package io.daybook.analytics.sink;

import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /sinks}: what each sink of this instance is at. */
@RestController
class SinksController {

    private final Sinks sinks;

    SinksController(Sinks sinks) {
        this.sinks = sinks;
    }

    @GetMapping("/sinks")
    List<SinkStatus> sinks() {
        return sinks.status();
    }
}
