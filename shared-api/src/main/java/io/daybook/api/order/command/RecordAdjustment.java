package io.daybook.api.order.command;

import io.daybook.api.Command;
import io.daybook.api.Money;
import io.daybook.api.Require;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Books an amount, of either sign, that is no sale (bad debt, for one); the same adjustment again changes nothing. */
public record RecordAdjustment(
        String adjustmentId,
        String sku,
        String reason,
        @Nullable String customerId,
        String country,
        Money amount,
        Instant recordedAt)
        implements Command {
    public RecordAdjustment {
        adjustmentId = Require.identifier(adjustmentId, "adjustmentId");
        sku = Require.identifier(sku, "sku");
        reason = Require.text(reason, "reason");
        customerId = Require.identifierOrNull(customerId, "customerId");
        country = Require.text(country, "country");
        Require.present(amount, "amount");
        Require.time(recordedAt, "recordedAt");
    }

    @Override
    public String aggregateId() {
        return "adjustment:" + adjustmentId;
    }

    @Override
    public boolean opensStream() {
        return true;
    }
}
