package io.daybook.vault;

import io.daybook.api.customer.EmailAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Who has which e-mail address, by a digest of it: one row each, so the database's primary key keeps it unique. A claim
 * is made before the command is sent, and confirmed once the customer's event is on record. Until then it is one that
 * its maker may have left behind in a crash: after some time it {@linkplain Claim#isDoubtful is doubtful}.
 */
public final class EmailClaims {

    private final KeyedDigest index;
    private final JdbcClient jdbc;
    private final Duration doubtfulAfter;

    /** Claims on the schema {@code customer_keys} of a database, doubtful when not confirmed after so long. */
    public EmailClaims(DataSource dataSource, MasterKeys masters, Duration doubtfulAfter) {
        this.index = new KeyedDigest(dataSource, masters, "email");
        this.jdbc = JdbcClient.create(dataSource);
        this.doubtfulAfter = doubtfulAfter;
    }

    /** Claims an address for a customer, who may have it already; the answer is the claim there is, whoever has it. */
    public Claim claim(String customerId, EmailAddress email) {
        byte[] digest = digest(email);
        while (true) {
            Optional<Claim> own = jdbc.sql("""
                            INSERT INTO customer_keys.email_claim AS c (digest, customer_id) VALUES (?, ?)
                            ON CONFLICT (digest) DO UPDATE
                            SET token = excluded.token, claimed_at = excluded.claimed_at, confirmed = false
                            WHERE c.customer_id = excluded.customer_id
                            RETURNING token, xmax = 0""")
                    .params(digest, customerId)
                    .query((row, _) ->
                            new Claim(email, customerId, row.getObject(1, UUID.class), row.getBoolean(2), false))
                    .optional();
            if (own.isPresent()) {
                return own.get();
            }
            Optional<Claim> others = find(email, digest);
            if (others.isPresent()) {
                return others.get();
            }
        }
    }

    /** Gives back what a refused request has claimed, unless a later request of the customer claims it as well. */
    public void release(Claim claim) {
        if (claim.isNew()) {
            remove(claim);
        }
    }

    /** Takes away a doubtful claim that its holder turned out not to need; does nothing where it has changed since. */
    public void revoke(Claim claim) {
        remove(claim);
    }

    private void remove(Claim claim) {
        jdbc.sql("DELETE FROM customer_keys.email_claim WHERE digest = ? AND token = ? AND NOT confirmed")
                .params(digest(claim.email()), claim.token())
                .update();
    }

    /**
     * Confirms what a customer's event says, and frees the addresses the customer had before.
     *
     * @return who has the address: the customer, or another who has taken over a doubtful claim
     */
    public String confirm(String customerId, EmailAddress email) {
        byte[] digest = digest(email);
        jdbc.sql("""
                        INSERT INTO customer_keys.email_claim AS c (digest, customer_id, confirmed) VALUES (?, ?, true)
                        ON CONFLICT (digest) DO UPDATE SET confirmed = true WHERE c.customer_id = excluded.customer_id""").params(digest, customerId).update();
        // one that is neither confirmed nor doubtful belongs to a later change of this customer, which is under way
        jdbc.sql("DELETE FROM customer_keys.email_claim WHERE customer_id = ? AND digest <> ?"
                        + " AND (confirmed OR claimed_at < now() - make_interval(secs => ?))")
                .params(customerId, digest, doubtfulAfter.toSeconds())
                .update();
        return find(email, digest).map(Claim::customerId).orElse(customerId);
    }

    /** Frees every address of a customer. */
    public void forget(String customerId) {
        jdbc.sql("DELETE FROM customer_keys.email_claim WHERE customer_id = ?")
                .param(customerId)
                .update();
    }

    private Optional<Claim> find(EmailAddress email, byte[] digest) {
        return jdbc.sql("""
                        SELECT customer_id, token, NOT confirmed AND claimed_at < now() - make_interval(secs => ?)
                        FROM customer_keys.email_claim WHERE digest = ?""")
                .params(doubtfulAfter.toSeconds(), digest)
                .query((row, _) ->
                        new Claim(email, row.getString(1), row.getObject(2, UUID.class), false, row.getBoolean(3)))
                .optional();
    }

    private byte[] digest(EmailAddress email) {
        return index.of(email.canonical().getBytes(StandardCharsets.UTF_8));
    }

    /**
     * A claim as it was found or made.
     *
     * @param customerId who has it
     * @param token another after each request that claims it
     * @param isNew whether the request at hand made it
     * @param isDoubtful whether it has waited for its confirmation for too long
     */
    public record Claim(EmailAddress email, String customerId, UUID token, boolean isNew, boolean isDoubtful) {}
}
