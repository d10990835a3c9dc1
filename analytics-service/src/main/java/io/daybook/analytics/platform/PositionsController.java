package io.daybook.analytics.platform;

import io.daybook.analytics.platform.Positions.ProcessorPosition;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * {@code GET /positions}: how far each topology has come in all instances together. While one of them has a task that
 * is open nowhere the answer is 503, never a guess.
 */
@RestController
class PositionsController {

    private final Topologies topologies;

    PositionsController(Topologies topologies) {
        this.topologies = topologies;
    }

    @GetMapping("/positions")
    Positions positions() {
        List<ProcessorPosition> processors = topologies.positions();
        long head =
                processors.stream().mapToLong(ProcessorPosition::position).max().orElse(0);
        return new Positions(head, processors);
    }

    /** What other instances ask for: what is applied here. */
    @PostMapping("/parts/positions/{topology}")
    TopologyPosition.AppliedPart part(@PathVariable String topology) {
        return topologies.applied(topology);
    }
}
