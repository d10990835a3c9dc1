package io.daybook.vault;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.customer.EmailAddress;
import io.daybook.testing.TestPostgres;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EmailClaimsIT {

    private static final VaultDatabase DATABASE = new VaultDatabase();

    private final EmailClaims claims = DATABASE.claims();
    private final EmailAddress email = EmailAddress.of("Ann+" + UUID.randomUUID() + "@Example.com", "email");

    @Test
    void oneOfManyAtOnceGetsTheAddress() {
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<CompletableFuture<EmailClaims.Claim>> all = IntStream.range(0, 40)
                    .mapToObj(n -> CompletableFuture.supplyAsync(() -> claims.claim("C-" + n, email), threads))
                    .toList();

            assertThat(all.stream().map(CompletableFuture::join))
                    .extracting(EmailClaims.Claim::customerId)
                    .containsOnly(claims.claim("other", email).customerId());
            assertThat(all.stream().map(CompletableFuture::join).filter(EmailClaims.Claim::isNew))
                    .hasSize(1);
        }
    }

    @Test
    void theSameCustomerMayClaimAgain() {
        assertThat(claims.claim("A", email).isNew()).isTrue();

        EmailClaims.Claim again = claims.claim("A", email);

        assertThat(again.customerId()).isEqualTo("A");
        assertThat(again.isNew()).isFalse();
    }

    @Test
    void comparesWhatTheAddressMeans() {
        claims.claim("A", email);

        assertThat(claims.claim("B", EmailAddress.of(email.value().toUpperCase(Locale.ROOT), "email"))
                        .customerId())
                .isEqualTo("A");
    }

    @Test
    void isGivenBackByTheRequestThatMadeItUnlessALaterOneNeedsIt() {
        EmailClaims.Claim refused = claims.claim("A", email);
        EmailClaims.Claim later = claims.claim("A", email);

        claims.release(refused);
        claims.release(later);

        assertThat(claims.claim("B", email).customerId()).isEqualTo("A");
        EmailAddress other = EmailAddress.of("other-" + email.value(), "email");
        claims.release(claims.claim("A", other));
        assertThat(claims.claim("B", other).customerId()).isEqualTo("B");
    }

    @Test
    void aConfirmedClaimIsNeitherGivenBackNorDoubtful() {
        EmailClaims.Claim claim = claims.claim("A", email);
        assertThat(claims.confirm("A", email)).isEqualTo("A");
        age("A");

        claims.release(claim);

        EmailClaims.Claim found = claims.claim("B", email);
        assertThat(found.customerId()).isEqualTo("A");
        assertThat(found.isDoubtful()).isFalse();
    }

    @Test
    void aClaimThatWaitsTooLongIsDoubtfulAndCanBeTakenOverOnce() {
        claims.claim("A", email);
        assertThat(claims.claim("B", email).isDoubtful()).isFalse();
        age("A");
        EmailClaims.Claim doubtful = claims.claim("B", email);
        assertThat(doubtful.isDoubtful()).isTrue();

        claims.revoke(doubtful);

        assertThat(claims.claim("B", email).customerId()).isEqualTo("B");
        claims.revoke(doubtful);
        assertThat(claims.claim("C", email).customerId()).isEqualTo("B");
    }

    @Test
    void aChangeFreesTheAddressBeforeButNotOneThatIsUnderWay() {
        EmailAddress next = EmailAddress.of("next-" + email.value(), "email");
        EmailAddress afterNext = EmailAddress.of("after-" + email.value(), "email");
        claims.claim("A", email);
        claims.confirm("A", email);
        claims.claim("A", next);
        claims.claim("A", afterNext);

        claims.confirm("A", next);

        assertThat(claims.claim("B", email).customerId()).isEqualTo("B");
        assertThat(claims.claim("B", next).customerId()).isEqualTo("A");
        assertThat(claims.claim("B", afterNext).customerId()).isEqualTo("A");
    }

    @Test
    void aConfirmationTellsWhoHasTakenOver() {
        claims.claim("B", email);

        assertThat(claims.confirm("A", email)).isEqualTo("B");
    }

    @Test
    void isFreeOnceItsCustomerIsForgotten() {
        claims.claim("A", email);
        claims.confirm("A", email);

        claims.forget("A");

        assertThat(claims.claim("B", email).customerId()).isEqualTo("B");
    }

    @Test
    void keepsNoAddress() {
        claims.claim("A", email);

        assertThat(DATABASE.jdbc(TestPostgres.OWNER)
                        .sql(
                                "SELECT count(*) FROM customer_keys.email_claim c"
                                        + " WHERE strpos(c::text, encode(convert_to(?, 'UTF8'), 'hex')) > 0 OR strpos(c::text, ?) > 0")
                        .params(email.canonical(), email.canonical())
                        .query(Long.class)
                        .single())
                .isZero();
    }

    /** As if the customer's claims were made long ago. */
    private static void age(String customerId) {
        DATABASE.jdbc(TestPostgres.OWNER)
                .sql(
                        "UPDATE customer_keys.email_claim SET claimed_at = now() - interval '11 minutes' WHERE customer_id = ?")
                .param(customerId)
                .update();
    }
}
