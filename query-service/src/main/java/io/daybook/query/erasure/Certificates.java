package io.daybook.query.erasure;

import io.daybook.query.platform.Refusal;
import io.daybook.query.platform.attestation.Attestor;
import io.daybook.query.platform.attestation.SealedEvent;
import io.daybook.query.platform.generation.GenerationPath;
import io.daybook.vault.CustomerVault;
import io.daybook.vault.KeyFate;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Certifies an erasure once it has reached everything that can be looked into. */
@Component
final class Certificates {

    private final ErasedCustomers customers;
    private final CustomerVault vault;
    private final TableSearch search;
    private final GenerationPath generations;
    private final Attestor attestor;
    private final Clock clock;

    Certificates(
            ErasedCustomers customers,
            CustomerVault vault,
            TableSearch search,
            GenerationPath generations,
            Attestor attestor,
            Clock clock) {
        this.customers = customers;
        this.vault = vault;
        this.search = search;
        this.generations = generations;
        this.attestor = attestor;
        this.clock = clock;
    }

    /** The certificate as a signed note. */
    String of(String customerId) {
        ErasedCustomer customer = customers.findOrThrow(customerId);
        SealedEvent place = attestor.sealed(customer.position());
        KeyFate key = destroyedKey(customer);
        Instant checkedAt = clock.instant();
        List<SearchedTable> tables = search.search(customer.traces(), customer.aggregateId());
        requireNothingLeft(tables);
        return attestor.signed(new Certificate(attestor.origin(), customer, key, tables, place, checkedAt).text());
    }

    private KeyFate destroyedKey(ErasedCustomer customer) {
        Optional<KeyFate> fate = vault.fate(customer.customerId());
        boolean opens = customer.carriers().stream()
                .anyMatch(carrier -> vault.open(customer.customerId(), carrier.eventType(), carrier.sealed())
                        .isPresent());
        if (opens || fate.isEmpty() || fate.get().destroyedAt() == null) {
            throw unfinished("its key is not destroyed yet");
        }
        return fate.get();
    }

    /** A generation that is not live may stay as it was before the erasure; what it holds opens no more. */
    private void requireNothingLeft(List<SearchedTable> tables) {
        String live = generations.live().schema();
        List<String> left = tables.stream()
                .filter(table -> table.holding() > 0)
                .filter(table -> !table.isOfGeneration() || table.schema().equals(live))
                .map(SearchedTable::name)
                .toList();
        if (!left.isEmpty()) {
            throw unfinished("sealed data is left in " + String.join(", ", left));
        }
    }

    private static Refusal unfinished(String what) {
        return new Refusal(
                HttpStatus.CONFLICT,
                "ERASURE_UNFINISHED",
                "The erasure is in the log, but %s; ask again in a moment, and if it stays so look at GET /processors"
                        .formatted(what));
    }
}
