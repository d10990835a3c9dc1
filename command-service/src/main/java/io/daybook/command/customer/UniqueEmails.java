package io.daybook.command.customer;

import io.daybook.api.RejectionCode;
import io.daybook.api.customer.EmailAddress;
import io.daybook.api.customer.PersonalData;
import io.daybook.api.customer.SealedData;
import io.daybook.api.customer.command.CustomerFacts;
import io.daybook.api.customer.command.DescribeCustomer;
import io.daybook.command.platform.Cause;
import io.daybook.command.platform.Commands;
import io.daybook.command.platform.Rejected;
import io.daybook.vault.CustomerVault;
import io.daybook.vault.EmailClaims;
import io.daybook.vault.EmailClaims.Claim;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * Sees to it that no two customers have the same e-mail address: it is claimed before the command is sent. A claim that waits
 * for its event for too long was left behind by a crash, or its confirmation is late: its holder's own events decide.
 */
@Component
final class UniqueEmails {

    private final EmailClaims claims;
    private final CustomerVault vault;
    private final Commands commands;

    UniqueEmails(EmailClaims claims, CustomerVault vault, Commands commands) {
        this.claims = claims;
        this.vault = vault;
        this.commands = commands;
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

    /** Whether the holder of a claim has the address, going by the holder's events. */
    private boolean isNeeded(Claim claim) {
        return emailOf(claim.customerId())
                .map(EmailAddress::canonical)
                .filter(claim.email().canonical()::equals)
                .isPresent();
    }

    private Optional<EmailAddress> emailOf(String customerId) {
        CustomerFacts facts;
        try {
            facts = (CustomerFacts)
                    Objects.requireNonNull(commands.send(new DescribeCustomer(customerId), Cause.request())
                            .answer());
        } catch (Rejected refusal) {
            if (refusal.code() == RejectionCode.CUSTOMER_UNKNOWN) {
                return Optional.empty();
            }
            throw refusal;
        }
        SealedData sealed = facts.sealed();
        return sealed == null
                ? Optional.empty()
                : vault.open(customerId, facts.sealedIn(), sealed)
                        .map(PersonalData::email)
                        .map(email -> EmailAddress.of(email, "email"));
    }
}
