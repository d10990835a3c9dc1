package io.daybook.command.customer;

import io.daybook.api.RejectionCode;
import io.daybook.api.customer.PersonalData;
import io.daybook.api.customer.SealedData;
import io.daybook.api.customer.event.CustomerRegistered;
import io.daybook.api.customer.event.CustomerRevised;
import io.daybook.command.platform.Rejected;
import io.daybook.vault.CustomerVault;
import io.daybook.vault.MissingKey;
import org.springframework.stereotype.Component;

/** Seals the personal data of requests for the events it is to go into. */
@Component
final class Sealing {

    private final CustomerVault vault;

    Sealing(CustomerVault vault) {
        this.vault = vault;
    }

    /** For a registration, which makes the customer's key where there is none yet. */
    SealedData forRegistration(String customerId, PersonalData data) {
        try {
            return vault.sealFirst(customerId, CustomerRegistered.class.getSimpleName(), data);
        } catch (MissingKey missing) {
            throw refusal(customerId, missing);
        }
    }

    SealedData forRevision(String customerId, PersonalData data) {
        try {
            return vault.seal(customerId, CustomerRevised.class.getSimpleName(), data);
        } catch (MissingKey missing) {
            throw refusal(customerId, missing);
        }
    }

    private static Rejected refusal(String customerId, MissingKey missing) {
        if (missing.destroyed()) {
            CustomerIsNotErased rule = new CustomerIsNotErased(customerId, true);
            return new Rejected(rule.code(), rule.explanation());
        }
        return new Rejected(RejectionCode.CUSTOMER_UNKNOWN, "There is no customer:" + customerId);
    }
}
