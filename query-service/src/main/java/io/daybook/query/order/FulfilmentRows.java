package io.daybook.query.order;

import io.daybook.api.RejectionCode;
import io.daybook.api.order.FulfilmentStep;
import io.daybook.api.order.event.OrderEvent;
import io.daybook.api.order.query.FulfilmentView;
import io.daybook.query.platform.Columns;
import io.daybook.query.platform.Lookup;
import io.daybook.query.platform.Rows;
import io.daybook.query.platform.model.ReadModel;
import io.daybook.query.platform.model.Table;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.springframework.stereotype.Component;

@Component
final class FulfilmentRows extends Rows<FulfilmentView> {

    private static final Table<FulfilmentView> TABLE = Table.<FulfilmentView>named("fulfilment")
            .text("order_id", FulfilmentView::orderId)
            .text("step", FulfilmentView::step)
            .instant("since", FulfilmentView::since)
            .instant("due", FulfilmentView::due)
            .number("attempts", FulfilmentView::attempts)
            .text("last_failure", FulfilmentView::lastFailure)
            .read(FulfilmentRows::view);

    FulfilmentRows(Lookup lookup, FulfilmentProperties properties) {
        super(lookup, model(properties), RejectionCode.ORDER_UNKNOWN);
    }

    /** The due times of reserving and shipping are a policy: others need a rebuild. */
    static ReadModel<FulfilmentView, OrderEvent> model(FulfilmentProperties properties) {
        FulfilmentFold fold = new FulfilmentFold(properties.reserveWithin(), properties.shipWithin());
        return ReadModel.ofRecordedAggregates(TABLE, OrderEvent.class, "order:", OrderFold::orderId, fold::apply);
    }

    static FulfilmentView view(ResultSet row) throws SQLException {
        return new FulfilmentView(
                row.getString("order_id"),
                Columns.constant(row, "step", FulfilmentStep.class),
                Columns.instant(row, "since"),
                Columns.instantOrNull(row, "due"),
                row.getInt("attempts"),
                row.getString("last_failure"));
    }
}
