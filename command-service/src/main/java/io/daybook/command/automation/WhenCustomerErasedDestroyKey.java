package io.daybook.command.automation;

import io.daybook.api.customer.event.CustomerErased;
import io.daybook.vault.CustomerVault;
import io.daybook.vault.EmailClaims;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.stereotype.Component;

/**
 * Destroys the key of an erased customer and frees the e-mail address, should the request not have come that far. It
 * may be replayed, unlike other automations: after the keys were restored from a backup, it destroys again what had
 * been destroyed.
 */
@Component
@ProcessingGroup(CustomerKeys.GROUP)
class WhenCustomerErasedDestroyKey {

    private final CustomerVault vault;
    private final EmailClaims claims;

    WhenCustomerErasedDestroyKey(CustomerVault vault, EmailClaims claims) {
        this.vault = vault;
        this.claims = claims;
    }

    @EventHandler
    void on(CustomerErased event) {
        vault.destroy(event.customerId());
        claims.forget(event.customerId());
    }
}
