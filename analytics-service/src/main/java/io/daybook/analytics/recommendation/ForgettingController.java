package io.daybook.analytics.recommendation;

import java.time.InstantSource;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Forgets what a session or a customer did up to now, in every instance and whenever the topic is read again. The
 * answer comes when Kafka has the wish; it is done a moment later.
 */
@RestController
@RequestMapping("/recommendations")
class ForgettingController {

    private final Forgetting forgetting;
    private final InstantSource clock;

    ForgettingController(Forgetting forgetting, InstantSource recommendationClock) {
        this.forgetting = forgetting;
        this.clock = recommendationClock;
    }

    @DeleteMapping("/sessions/{sessionId}")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void forgetSession(@PathVariable String sessionId) {
        forgetting.session(sessionId, clock.instant());
    }

    /** Visits, purchases and what was shown, as far as recommendations use them; orders themselves stay. */
    @DeleteMapping("/customers/{customerId}")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void forgetCustomer(@PathVariable String customerId) {
        forgetting.customer(customerId, clock.instant());
    }
}
