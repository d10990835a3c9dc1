package io.daybook.query.order;

import io.daybook.api.order.FulfilmentStep;
import io.daybook.api.order.query.FulfilmentView;
import io.daybook.query.platform.Row;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "fulfilment")
class FulfilmentRow implements Row<FulfilmentView> {

    @Id
    private String orderId;

    @Enumerated(EnumType.STRING)
    @Column(columnDefinition = "text")
    private @Nullable FulfilmentStep step;

    private Instant since;
    private @Nullable Instant due;
    private int attempts;
    private @Nullable String lastFailure;
    private long position;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    FulfilmentRow() {}

    FulfilmentRow(FulfilmentView view, long position) {
        this.orderId = view.orderId();
        this.since = view.since();
        show(view, position);
    }

    @Override
    public FulfilmentView view() {
        return new FulfilmentView(orderId, step, since, due, attempts, lastFailure);
    }

    @Override
    public long position() {
        return position;
    }

    @Override
    public void show(FulfilmentView view, long position) {
        this.step = view.step();
        this.since = view.since();
        this.due = view.due();
        this.attempts = view.attempts();
        this.lastFailure = view.lastFailure();
        this.position = position;
    }
}
