package io.daybook.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.api.customer.PersonalData;
import io.daybook.api.customer.SealedData;
import io.daybook.testing.TestPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class CustomerVaultIT {

    private static final String FIRST = "CustomerRegistered";
    private static final String LATER = "CustomerRevised";
    private static final PersonalData ANN = new PersonalData("Ann Lee", "ann@example.com", null);

    private static final VaultDatabase DATABASE = new VaultDatabase();

    private final CustomerVault vault = DATABASE.vault();

    @Test
    void opensWhatItSealed() {
        SealedData sealed = vault.sealFirst("C-1", FIRST, ANN);
        SealedData again = vault.seal("C-1", FIRST, ANN);

        assertThat(vault.open("C-1", FIRST, sealed)).contains(ANN);
        assertThat(again.ciphertext()).isNotEqualTo(sealed.ciphertext());
        assertThat(again.digest()).isEqualTo(sealed.digest());
        assertThat(vault.seal("C-1", LATER, new PersonalData("Ann Lee", "ann@example.org", null))
                        .digest())
                .isNotEqualTo(sealed.digest());
        assertThat(vault.sealFirst("C-1b", FIRST, ANN).digest())
                .as("the digest of another customer")
                .isNotEqualTo(sealed.digest());
    }

    @Test
    void tellsWhatBecameOfAKey() {
        assertThat(vault.fate("C-fate")).isEmpty();
        vault.sealFirst("C-fate", FIRST, ANN);

        KeyFate kept = vault.fate("C-fate").orElseThrow();
        vault.destroy("C-fate");
        KeyFate destroyed = vault.fate("C-fate").orElseThrow();

        assertThat(kept.keyId()).isEqualTo("customer:C-fate");
        assertThat(kept.destroyedAt()).isNull();
        assertThat(destroyed.madeAt()).isEqualTo(kept.madeAt());
        assertThat(destroyed.destroyedAt()).isAfterOrEqualTo(kept.madeAt());
    }

    @Test
    void keepsReadingWhatWasSealedAndSealsTheSame() throws IOException {
        String sample;
        try (InputStream resource = CustomerVaultIT.class.getResourceAsStream("/samples/PersonalData.json")) {
            sample = new String(Objects.requireNonNull(resource).readAllBytes(), StandardCharsets.UTF_8).strip();
        }
        JsonMapper json = JsonMapper.builder().build();

        PersonalData data = json.readValue(sample, PersonalData.class);

        assertThat(json.writeValueAsString(data)).isEqualTo(sample);
        assertThat(vault.open("C-2", FIRST, vault.sealFirst("C-2", FIRST, data)))
                .contains(data);
    }

    @Test
    void opensNothingInThePlaceOfAnother() {
        SealedData sealed = vault.sealFirst("C-3", FIRST, ANN);
        vault.sealFirst("C-4", FIRST, ANN);

        assertThatThrownBy(() -> vault.open("C-3", LATER, sealed)).isInstanceOf(NotSealedHere.class);
        assertThatThrownBy(() -> vault.open("C-4", FIRST, sealed)).isInstanceOf(NotSealedHere.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 60, 143})
    void opensNothingThatWasChanged(int place) {
        SealedData sealed = vault.sealFirst("C-5", FIRST, ANN);
        byte[] ciphertext = Base64.getDecoder().decode(sealed.ciphertext());
        assertThat(ciphertext).as("one block and the tag").hasSize(144);
        ciphertext[place] ^= 1;
        SealedData changed =
                new SealedData(1, sealed.nonce(), Base64.getEncoder().encodeToString(ciphertext), sealed.digest());

        assertThatThrownBy(() -> vault.open("C-5", FIRST, changed)).isInstanceOf(NotSealedHere.class);
    }

    @Test
    void opensNothingOnceTheKeyIsDestroyed() {
        SealedData sealed = vault.sealFirst("C-6", FIRST, ANN);

        vault.destroy("C-6");
        vault.destroy("C-6");

        assertThat(vault.open("C-6", FIRST, sealed)).isEmpty();
        assertThatThrownBy(() -> vault.sealFirst("C-6", FIRST, ANN))
                .isInstanceOfSatisfying(
                        MissingKey.class,
                        missing -> assertThat(missing.destroyed()).isTrue());
        assertThat(DATABASE.jdbc(TestPostgres.OWNER)
                        .sql("SELECT wrapped IS NULL AND master_key IS NULL FROM customer_keys.data_key"
                                + " WHERE key_id = 'customer:C-6'")
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void makesNoKeyForACustomerThatIsNotKnown() {
        assertThatThrownBy(() -> vault.seal("C-7", LATER, ANN))
                .isInstanceOfSatisfying(
                        MissingKey.class,
                        missing -> assertThat(missing.destroyed()).isFalse());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE customer_keys.data_key SET wrapped = '\\x00', master_key = '2025', destroyed_at = NULL",
                "DELETE FROM customer_keys.data_key"
            })
    void neverRevivesADestroyedKey(String statement) {
        String customer = "C-8-" + statement.hashCode();
        vault.sealFirst(customer, FIRST, ANN);
        vault.destroy(customer);

        assertThatThrownBy(() -> DATABASE.jdbc(TestPostgres.OWNER)
                        .sql(statement + " WHERE key_id = ?")
                        .param("customer:" + customer)
                        .update())
                .rootCause()
                .hasMessageContaining("a destroyed key stays destroyed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "INSERT INTO customer_keys.data_key (key_id, master_key, wrapped) VALUES ('x', 'y', '\\x00')",
                "UPDATE customer_keys.data_key SET master_key = 'x'",
                "DELETE FROM customer_keys.data_key",
                "TRUNCATE customer_keys.data_key",
                "SELECT count(*) FROM customer_keys.email_claim"
            })
    void aReaderMayOnlyReadKeys(String statement) {
        assertThatThrownBy(() ->
                        DATABASE.jdbc(TestPostgres.QUERY).sql(statement).query().listOfRows())
                .rootCause()
                .hasMessageContaining("permission denied");
        assertThat(new CustomerVault(DATABASE.as(TestPostgres.QUERY), VaultDatabase.MASTERS)
                        .open("C-9", FIRST, vault.sealFirst("C-9", FIRST, ANN)))
                .contains(ANN);
    }

    @Test
    void movesEveryKeyToANewMasterKey() {
        VaultDatabase database = new VaultDatabase();
        SealedData sealed = database.vault().sealFirst("C-1", FIRST, ANN);
        database.vault().sealFirst("C-2", FIRST, ANN);
        database.vault().destroy("C-2");
        CustomerVault both = new CustomerVault(
                database.as(TestPostgres.COMMAND), MasterKeys.of(List.of(VaultDatabase.NEW, VaultDatabase.OLD)));
        CustomerVault anew =
                new CustomerVault(database.as(TestPostgres.COMMAND), MasterKeys.of(List.of(VaultDatabase.NEW)));
        assertThatThrownBy(anew::verifyMasterKeys)
                .isInstanceOf(UnfitMasterKeys.class)
                .hasMessageContaining("[2025]");

        assertThat(both.rewrap()).isEqualTo(1);

        assertThat(both.rewrap()).isZero();
        anew.verifyMasterKeys();
        assertThat(anew.open("C-1", FIRST, sealed)).contains(ANN);
        assertThat(anew.open("C-2", FIRST, sealed)).isEmpty();
    }
}
