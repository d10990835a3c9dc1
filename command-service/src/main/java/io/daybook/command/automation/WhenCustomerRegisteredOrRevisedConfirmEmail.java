package io.daybook.command.automation;

import io.daybook.api.customer.EmailAddress;
import io.daybook.api.customer.SealedData;
import io.daybook.api.customer.command.CustomerFacts;
import io.daybook.api.customer.command.DescribeCustomer;
import io.daybook.api.customer.event.CustomerRegistered;
import io.daybook.api.customer.event.CustomerRevised;
import io.daybook.command.platform.Cause;
import io.daybook.vault.CustomerVault;
import io.daybook.vault.EmailClaims;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
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
    private final Simultaneously simultaneously;

    WhenCustomerRegisteredOrRevisedConfirmEmail(
            CustomerVault vault, EmailClaims claims, Simultaneously simultaneously) {
        this.vault = vault;
        this.claims = claims;
        this.simultaneously = simultaneously;
    }

    @EventHandler
    void on(CustomerRegistered event, EventMessage<?> message) {
        confirm(event.customerId(), event.sealed(), message);
    }

    @EventHandler
    void on(CustomerRevised event, EventMessage<?> message) {
        confirm(event.customerId(), event.sealed(), message);
    }

    private void confirm(String customerId, SealedData sealed, EventMessage<?> message) {
        vault.open(customerId, message.getPayloadType().getSimpleName(), sealed).ifPresent(data -> {
            String holder = claims.confirm(customerId, EmailAddress.of(data.email(), "email"));
            if (!holder.equals(customerId) && isCurrent(customerId, sealed, message)) {
                // a request slept through its claim and woke up after it was taken over
                logger.error(
                        "The customers {} and {} have the same e-mail address: one needs another", customerId, holder);
            }
        });
    }

    private boolean isCurrent(String customerId, SealedData sealed, EventMessage<?> message) {
        Cause cause = Cause.reaction(getClass(), message.getIdentifier(), message.getMetaData());
        return simultaneously.send(new DescribeCustomer(customerId), cause).answer() instanceof CustomerFacts facts
                && sealed.equals(facts.sealed());
    }
}
