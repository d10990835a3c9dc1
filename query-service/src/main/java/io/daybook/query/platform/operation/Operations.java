package io.daybook.query.platform.operation;

import io.daybook.api.operation.event.OperationStarted;
import io.daybook.eventstore.PostgresEventStorageEngine;
import io.daybook.query.platform.generation.BuildProgress;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.axonframework.common.IdentifierFactory;
import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Writes down what the caller of this thread's request does. The actor is the subject of the access token, the reason
 * comes with the request, see {@link Reason}. What is done has its first event in the log before it begins; an action
 * that cannot be written down is not done.
 */
@Component
public final class Operations {

    private final PostgresEventStorageEngine engine;
    private final Clock clock;
    private final Map<String, Operation> running = new ConcurrentHashMap<>();

    Operations(PostgresEventStorageEngine engine, Clock clock) {
        this.engine = engine;
        this.clock = clock;
    }

    /**
     * Does something that ends with the request.
     *
     * @param action what, such as {@code processor.pause}
     * @param target to what
     * @param parameters how, in the words of the request
     */
    public <T> T recorded(String action, String target, Map<String, String> parameters, Supplier<T> work) {
        return recorded(action, target, parameters, work, _ -> "");
    }

    /** The same, with a word on what was done. */
    public <T> T recorded(
            String action,
            String target,
            Map<String, String> parameters,
            Supplier<T> work,
            Function<T, String> detail) {
        Operation operation = started(action, target, parameters);
        try {
            T result = work.get();
            operation.ended(detail.apply(result));
            return result;
        } catch (RuntimeException failure) {
            operation.failed(String.valueOf(failure.getMessage()));
            throw failure;
        }
    }

    /** Begins something that goes on after the request; whoever does it must end it. */
    public Operation started(String action, String target, Map<String, String> parameters) {
        ServletRequestAttributes request = (ServletRequestAttributes) RequestContextHolder.currentRequestAttributes();
        String reason = Reason.of(request.getRequest().getHeader(Reason.HEADER));
        String actor = actor();
        String id = IdentifierFactory.getInstance().generateIdentifier();
        Operation operation = new Operation(id, engine, clock, metadata(actor, request), () -> running.remove(id));
        operation.append(
                new OperationStarted(id, action, target, Map.copyOf(parameters), actor, reason, clock.instant()));
        running.put(id, operation);
        return operation;
    }

    /** How far an operation has come that this instance is at; null for any other. */
    public @Nullable BuildProgress progress(String operationId) {
        Operation operation = running.get(operationId);
        return operation == null ? null : operation.progress();
    }

    private static MetaData metadata(String actor, ServletRequestAttributes request) {
        MetaData metadata = MetaData.with("actor", actor);
        Object correlationId = request.getRequest().getAttribute("correlationId");
        return correlationId == null
                ? metadata
                : metadata.and("correlationId", correlationId).and("causationId", correlationId);
    }

    private static String actor() {
        Authentication caller = SecurityContextHolder.getContext().getAuthentication();
        if (caller == null) {
            throw new IllegalStateException("a request without a caller");
        }
        return caller.getName();
    }
}
