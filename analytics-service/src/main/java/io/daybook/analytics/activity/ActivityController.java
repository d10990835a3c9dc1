package io.daybook.analytics.activity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * {@code POST /activity}: one activity, an array of them, or a stream of lines with one each. It is answered when Kafka
 * has them for good.
 */
@RestController
final class ActivityController {

    private final BodyIntake bodies;
    private final LineIntake lines;

    ActivityController(BodyIntake bodies, LineIntake lines) {
        this.bodies = bodies;
        this.lines = lines;
    }

    /** How many were taken in. */
    record Accepted(int accepted) {}

    /** One, or an array, of which all are taken in or none: where any is unfit, all unfit fields of all are told. */
    @PostMapping(path = "/activity", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Accepted> takeIn(HttpServletRequest request) throws IOException {
        return ResponseEntity.accepted().body(new Accepted(bodies.takeIn(request.getInputStream())));
    }

    /** A stream of any length: unfit lines are told, and the others are taken in. */
    @PostMapping(
            path = "/activity",
            consumes = MediaType.APPLICATION_NDJSON_VALUE,
            produces = MediaType.APPLICATION_NDJSON_VALUE)
    void takeInLines(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType(MediaType.APPLICATION_NDJSON_VALUE);
        lines.run(request.getInputStream(), response);
    }
}
