package io.daybook.query.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.order.event.OrderCancelled;
import io.daybook.query.OrderEvents;
import io.daybook.query.webhook.ReceivingApp.Received;
import org.junit.jupiter.api.Test;

class EarlierRevisionsDeliveredIT extends WebhookScenario {

    private final OrderEvents order = new OrderEvents(fresh("O"), null, "France", "GBP", NOW);

    @Test
    void anEventIsToldInTodaysForm() {
        String entity = "order:" + order.orderId();
        log.append(entity, order.placed(OrderEvents.line(1, "MUG", 2, "2.50")));
        String webhook = subscribeTo(entity);

        log.appendEarlier(entity, OrderCancelled.class, order.cancelledEarlier());
        awaitDelivered(webhook);

        assertThat(app.received()).hasSize(1);
        Received message = app.received().getFirst();
        assertThat(message.body().path("type").asString()).isEqualTo("OrderCancelled");
        assertThat(message.body().path("daybookrevision").asString()).isEqualTo("2");
        assertThat(message.body().at("/data/afterConfirmation").asBoolean()).isTrue();
        assertThat(message.body().at("/data/confirmed").isMissingNode()).isTrue();
    }
}
