package io.daybook.query.operations;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.daybook.api.operation.query.OperationView;
import io.daybook.query.platform.ProgressView;
import io.daybook.query.platform.freshness.ReadsFrom;
import io.daybook.query.platform.list.Asked;
import io.daybook.query.platform.list.Listed;
import io.daybook.query.platform.operation.Operations;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
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
    ResponseEntity<Listed<OperationView>> operations(Asked asked) {
        return OperationList.LIST.ask(asked).answer();
    }

    @GetMapping("/operations/{operationId}")
    OperationDetail operation(@PathVariable String operationId) {
        ProgressView progress = ProgressView.of(operations.progress(operationId));
        return new OperationDetail(queries.find(operationId), progress);
    }
}
