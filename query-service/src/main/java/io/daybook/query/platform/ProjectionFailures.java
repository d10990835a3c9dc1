package io.daybook.query.platform;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.eventhandling.ErrorContext;
import org.axonframework.eventhandling.ErrorHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.springframework.stereotype.Component;

/**
 * Where each processor failed last. Axon lets go of a segment that failed and claims it again for the next try, so its own status
 * shows the error only for moments.
 */
@Component
final class ProjectionFailures implements ErrorHandler {

    private final Map<String, Long> positions = new ConcurrentHashMap<>();

    @Override
    public void handleError(ErrorContext context) throws Exception {
        context.failedEvents().stream()
                .mapToLong(ProjectionFailures::position)
                .min()
                .ifPresent(position -> positions.put(context.eventProcessor(), position));
        PropagatingErrorHandler.instance().handleError(context);
    }

    /** Whether a processor has failed and not yet passed what it failed on. */
    boolean isStuck(String processor, long position) {
        Long failed = positions.get(processor);
        if (failed == null || position < failed) {
            return failed != null;
        }
        positions.remove(processor, failed);
        return false;
    }

    private static long position(EventMessage<?> event) {
        return event instanceof TrackedEventMessage<?> tracked
                ? tracked.trackingToken().position().orElse(0)
                : 0;
    }
}
