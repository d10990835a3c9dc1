package io.daybook.command.automation;

import io.daybook.api.customer.EmailAddress;
import io.daybook.api.customer.SealedData;
import io.daybook.api.customer.event.CustomerRegistered;
import io.daybook.api.customer.event.CustomerRevised;
import io.daybook.vault.CustomerVault;
import io.daybook.vault.EmailClaims;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Confirms the claim of the e-mail address that a customer now has, and frees the one before. */
@Component
@ProcessingGroup(CustomerKeys.GROUP)
@DisallowReplay
class WhenCustomerRegisteredOrRevisedConfirmEmail {

    private static final Logger logger = LoggerFactory.getLogger(WhenCustomerRegisteredOrRevisedConfirmEmail.class);

    private final CustomerVault vault;
    private final EmailClaims claims;
    private final EventStore events;

    WhenCustomerRegisteredOrRevisedConfirmEmail(CustomerVault vault, EmailClaims claims, EventStore events) {
        this.vault = vault;
        this.claims = claims;
        this.events = events;
    }

    @EventHandler
    void on(CustomerRegistered event, DomainEventMessage<?> message) {
        confirm(event.customerId(), event.sealed(), message);
    }

    @EventHandler
    void on(CustomerRevised event, DomainEventMessage<?> message) {
        confirm(event.customerId(), event.sealed(), message);
    }

    private void confirm(String customerId, SealedData sealed, DomainEventMessage<?> message) {
        vault.open(customerId, message.getPayloadType().getSimpleName(), sealed).ifPresent(data -> {
            String holder = claims.confirm(customerId, EmailAddress.of(data.email(), "email"));
            if (!holder.equals(customerId) && isLast(message)) {
                // a request slept through its claim and woke up after it was taken over; no dead letter, since what
                // comes
                // after it, such as an erasure, would have to wait for it
                logger.error(
                        "The customers {} and {} have the same e-mail address: one needs another", customerId, holder);
            }
        });
    }

    private boolean isLast(DomainEventMessage<?> message) {
        return events.lastSequenceNumberFor(message.getAggregateIdentifier())
                .filter(last -> last == message.getSequenceNumber())
                .isPresent();
    }
}
