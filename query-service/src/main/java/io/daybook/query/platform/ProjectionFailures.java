package io.daybook.query.platform;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.eventhandling.ErrorContext;
import org.axonframework.eventhandling.ErrorHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.springframework.stereotype.Component;

/**
 * Where each processor of this instance failed last, and how. Axon lets go of a segment that failed and claims it again
 * for the next try, so its own status shows the error only for moments.
 */
@Component
public final class ProjectionFailures implements ErrorHandler {

    private final Map<String, Failure> last = new ConcurrentHashMap<>();
    private final Clock clock;

    ProjectionFailures(Clock clock) {
        this.clock = clock;
    }

    /**
     * A failure of a batch.
     *
     * @param position of its first event
     * @param eventType the stored type name of that event
     */
    public record Failure(Instant at, long position, String eventType, String problem) {}

    @Override
    public void handleError(ErrorContext context) throws Exception {
        context.failedEvents().stream()
                .min(Comparator.comparingLong(ProjectionFailures::position))
                .ifPresent(event -> last.put(
                        context.eventProcessor(),
                        new Failure(
                                clock.instant(),
                                position(event),
                                event.getPayloadType().getName(),
                                rootOf(context.error()).toString())));
        PropagatingErrorHandler.instance().handleError(context);
    }

    /** The last failure of a processor, whether it has got over it or not. */
    public Optional<Failure> last(String processor) {
        return Optional.ofNullable(last.get(processor));
    }

    /** Forgets what was, where a processor begins anew. */
    public void forget(String processor) {
        last.remove(processor);
    }

    /** Whether a processor has failed and not yet passed what it failed on. */
    boolean isStuck(String processor, long position) {
        Failure failure = last.get(processor);
        return failure != null && position < failure.position();
    }

    private static Throwable rootOf(Throwable error) {
        Throwable root = error;
        // a cause is never its own
        for (Throwable cause = root.getCause(); cause != null; cause = cause.getCause()) {
            root = cause;
        }
        return root;
    }

    private static long position(EventMessage<?> event) {
        return event instanceof TrackedEventMessage<?> tracked
                ? tracked.trackingToken().position().orElse(0)
                : 0;
    }
}
