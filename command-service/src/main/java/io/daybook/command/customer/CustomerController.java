package io.daybook.command.customer;

import io.daybook.api.InvalidValue;
import io.daybook.api.Require;
import io.daybook.api.customer.ErasureReason;
import io.daybook.api.customer.PersonalData;
import io.daybook.api.customer.PostalAddress;
import io.daybook.api.customer.command.EraseCustomer;
import io.daybook.api.customer.command.RegisterCustomer;
import io.daybook.api.customer.command.ReviseCustomer;
import io.daybook.command.platform.Defaults;
import io.daybook.command.platform.Fit;
import io.daybook.command.platform.Fit.Kind;
import io.daybook.command.platform.Replies;
import io.daybook.command.platform.Replies.Reply;
import io.daybook.vault.CustomerVault;
import io.daybook.vault.EmailClaims;
import jakarta.validation.Valid;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;

/** Customers by REST. What comes in plain is sealed before it goes any further. */
@RestController
@RequestMapping("/customers")
final class CustomerController {

    private final Replies replies;
    private final Defaults defaults;
    private final Sealing sealing;
    private final UniqueEmails emails;
    private final CustomerVault vault;
    private final EmailClaims claims;

    CustomerController(
            Replies replies,
            Defaults defaults,
            Sealing sealing,
            UniqueEmails emails,
            CustomerVault vault,
            EmailClaims claims) {
        this.replies = replies;
        this.defaults = defaults;
        this.sealing = sealing;
        this.emails = emails;
        this.vault = vault;
        this.claims = claims;
    }

    @PostMapping
    ResponseEntity<Reply> register(@Valid @RequestBody Registration body) {
        PersonalData data = new PersonalData(body.name(), body.email(), body.address());
        String id = Require.identifier(defaults.id(body.customerId()), "customerId");
        Instant time = Require.time(defaults.time(body.registeredAt()), "registeredAt");
        return emails.claimed(
                id,
                data.email(),
                () -> replies.created(
                        new RegisterCustomer(id, sealing.forRegistration(id, data), time),
                        id,
                        UriComponentsBuilder.fromPath("/customers/{id}").build(id)));
    }

    @PutMapping("/{customerId}")
    ResponseEntity<Reply> revise(@PathVariable String customerId, @Valid @RequestBody Revision body) {
        PersonalData data = new PersonalData(body.name(), body.email(), body.address());
        String id = Require.identifier(customerId, "customerId");
        Instant time = Require.time(defaults.time(body.revisedAt()), "revisedAt");
        replies.requireCondition(); // before the address is claimed
        return emails.claimed(
                id,
                data.email(),
                () -> replies.replaced(new ReviseCustomer(id, sealing.forRevision(id, data), time), id));
    }

    /**
     * {@code reason} is the customer's request where it is left out. It is in the query: a DELETE has no body to speak
     * of.
     */
    @DeleteMapping("/{customerId}")
    ResponseEntity<Reply> erase(
            @PathVariable String customerId, @RequestParam(required = false) @Nullable String reason) {
        EraseCustomer command = new EraseCustomer(customerId, reason(reason), defaults.time(null));
        ResponseEntity<Reply> reply = replies.changed(command, command.customerId());
        // at once; an automation does it as well, should we not get this far
        vault.destroy(command.customerId());
        claims.forget(command.customerId());
        return reply;
    }

    private static ErasureReason reason(@Nullable String text) {
        if (text == null) {
            return ErasureReason.REQUESTED_BY_CUSTOMER;
        }
        return Arrays.stream(ErasureReason.values())
                .filter(reason -> reason.name().equals(text))
                .findFirst()
                .orElseThrow(
                        () -> new InvalidValue("reason", "must be one of " + Arrays.toString(ErasureReason.values())));
    }

    /** {@code customerId} is made where it is left out; so that it identifies nobody by itself, better leave it out. */
    record Registration(
            @Fit(value = Kind.IDENTIFIER, optional = true) @Nullable String customerId,

            @Fit(Kind.TEXT) String name,
            @Fit(Kind.TEXT) String email,
            @Nullable PostalAddress address,

            @Fit(value = Kind.TIME, optional = true) @Nullable Instant registeredAt) {

        /** Without the data, which is nobody's business in a log. */
        @Override
        public String toString() {
            return "Registration[…]";
        }
    }

    record Revision(
            @Fit(Kind.TEXT) String name,
            @Fit(Kind.TEXT) String email,
            @Nullable PostalAddress address,

            @Fit(value = Kind.TIME, optional = true) @Nullable Instant revisedAt) {

        /** Without the data, which is nobody's business in a log. */
        @Override
        public String toString() {
            return "Revision[…]";
        }
    }
}
