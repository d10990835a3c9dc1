package io.daybook.api.order.query;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;

/**
 * An order with its lines and, where it was rejected, the lines that could not be reserved.
 *
 * @param overdue whether the step that it waits for is past its due time
 */
public record OrderDetailView(
        @JsonUnwrapped OrderView order,
        List<OrderLineView> lines,
        List<RefusedLineView> refusedLines,
        FulfilmentView fulfilment,
        boolean overdue) {}
