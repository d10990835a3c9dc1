package io.daybook.query.operations;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.daybook.api.Page;
import io.daybook.api.PageRequest;
import io.daybook.api.operation.query.FindOperations;
import io.daybook.api.operation.query.OperationView;
import io.daybook.query.platform.ProgressView;
import io.daybook.query.platform.operation.Operations;
import io.daybook.query.platform.freshness.ReadsFrom;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@ReadsFrom("operations")
final class OperationController {

    private final OperationQueries queries;
    private final Operations operations;

    OperationController(OperationQueries queries, Operations operations) {
        this.queries = queries;
        this.operations = operations;
    }

    /**
     * An operation, and where it stands.
     *
     * @param progress null where this instance is not at it
     */
    record OperationDetail(
            @JsonUnwrapped OperationView operation,
            @Nullable ProgressView progress) {}

    @GetMapping("/operations")
    Page<OperationView> operations(
            @RequestParam(required = false) @Nullable String action,
            @RequestParam(required = false) @Nullable String target,
            @RequestParam(required = false) @Nullable String actor,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return queries.handle(new FindOperations(action, target, actor, new PageRequest(limit, cursor)));
    }

    @GetMapping("/operations/{operationId}")
    OperationDetail operation(@PathVariable String operationId) {
        ProgressView progress = ProgressView.of(operations.progress(operationId));
        return new OperationDetail(queries.find(operationId), progress);
    }
}
