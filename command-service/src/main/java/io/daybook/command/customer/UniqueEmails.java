package io.daybook.command.customer;

import io.daybook.api.customer.EmailAddress;
import io.daybook.api.customer.PersonalData;
import io.daybook.api.customer.SealedData;
import io.daybook.api.customer.event.CustomerErased;
import io.daybook.api.customer.event.CustomerEvent;
import io.daybook.api.customer.event.CustomerRegistered;
import io.daybook.api.customer.event.CustomerRevised;
import io.daybook.command.platform.Rejected;
import io.daybook.vault.CustomerVault;
import io.daybook.vault.EmailClaims;
import io.daybook.vault.EmailClaims.Claim;
import java.util.Optional;
import java.util.function.Supplier;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Sees to it that no two customers have the same e-mail address: it is claimed before the command is sent. A claim that
 * waits for its event for too long was left behind by a crash, or its confirmation is late: its holder's own events
 * decide.
 */
@Component
final class UniqueEmails {

    private final EmailClaims claims;
    private final CustomerVault vault;
    private final EventStore events;

    UniqueEmails(EmailClaims claims, CustomerVault vault, EventStore events) {
        this.claims = claims;
        this.vault = vault;
        this.events = events;
    }

    /** Does what needs the address, with the address claimed; gives it back where that is refused. */
    <T> T claimed(String customerId, String email, Supplier<T> request) {
        Claim claim = claim(customerId, EmailAddress.of(email, "email"));
        try {
            return request.get();
        } catch (Rejected refusal) {
            claims.release(claim);
            throw refusal;
        }
    }

    private Claim claim(String customerId, EmailAddress email) {
        Claim claim = claims.claim(customerId, email);
        if (claim.isDoubtful() && !isNeeded(claim)) {
            claims.revoke(claim);
            claim = claims.claim(customerId, email);
        }
        new EmailIsFree(claim.customerId().equals(customerId)).enforce();
        return claim;
    }

    /**
     * Whether the holder of a claim has the address, going by the stored events and not by an aggregate kept in memory.
     */
    private boolean isNeeded(Claim claim) {
        @Nullable SealedData sealed = null;
        String sealedIn = "";
        DomainEventStream history = events.readEvents("customer:" + claim.customerId());
        while (history.hasNext()) {
            DomainEventMessage<?> message = history.next();
            sealed = sealedBy((CustomerEvent) message.getPayload());
            sealedIn = message.getPayloadType().getSimpleName();
        }
        Optional<PersonalData> data =
                sealed == null ? Optional.empty() : vault.open(claim.customerId(), sealedIn, sealed);
        return data.map(known -> EmailAddress.of(known.email(), "email").canonical())
                .filter(claim.email().canonical()::equals)
                .isPresent();
    }

    private static @Nullable SealedData sealedBy(CustomerEvent event) {
        return switch (event) {
            case CustomerRegistered registered -> registered.sealed();
            case CustomerRevised revised -> revised.sealed();
            case CustomerErased _ -> null;
        };
    }
}
