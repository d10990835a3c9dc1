package io.daybook.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.testing.MasterKeysForTests;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MasterKeysTest {

    private static final String OLD = "2025:" + MasterKeysForTests.random();
    private static final String NEW = "2026:" + MasterKeysForTests.random();

    private final DataKey key = DataKey.random(new SecureRandom());

    @Test
    void theFirstWrapsAndTheOthersStillOpen() {
        WrappedKey old = MasterKeys.of(List.of(OLD)).wrap("customer:C-1", key);
        MasterKeys both = MasterKeys.of(List.of(NEW, OLD));

        assertThat(old.masterKey()).isEqualTo("2025");
        assertThat(both.wrap("customer:C-1", key).masterKey()).isEqualTo("2026");
        assertThat(both.unwrap(old).bytes()).isEqualTo(key.bytes());
    }

    @Test
    void nameTheMasterKeyThatIsLacking() {
        WrappedKey old = MasterKeys.of(List.of(OLD)).wrap("customer:C-1", key);

        assertThatThrownBy(() -> MasterKeys.of(List.of(NEW)).unwrap(old))
                .isInstanceOf(UnfitMasterKeys.class)
                .hasMessage("The key customer:C-1 is wrapped by the master key 2025, which is not among them");
    }

    @Test
    void tellAnotherKeyOfTheSameName() {
        WrappedKey old = MasterKeys.of(List.of(OLD)).wrap("customer:C-1", key);
        MasterKeys other = MasterKeys.of(List.of("2025:" + MasterKeysForTests.random()));

        assertThatThrownBy(() -> other.unwrap(old))
                .isInstanceOf(UnfitMasterKeys.class)
                .hasMessage("The master key 2025 does not open the key customer:C-1: it is another key of that name");
    }

    @Test
    void doNotOpenOneKeyInThePlaceOfAnother() {
        MasterKeys masters = MasterKeys.of(List.of(NEW));
        WrappedKey key = masters.wrap("customer:C-1", this.key);

        assertThatThrownBy(() -> masters.unwrap(new WrappedKey("customer:C-2", key.masterKey(), key.wrapped())))
                .isInstanceOf(UnfitMasterKeys.class);
    }

    @Test
    void wrapASecretForItsPlaceAlone() {
        byte[] secret = key.bytes();
        String wrapped = MasterKeys.of(List.of(OLD)).wrapSecret("webhook:W-1", secret);
        MasterKeys both = MasterKeys.of(List.of(NEW, OLD));

        assertThat(wrapped)
                .startsWith("2025:")
                .doesNotContain(Base64.getEncoder().encodeToString(secret));
        assertThat(both.unwrapSecret("webhook:W-1", wrapped)).isEqualTo(secret);
        assertThatThrownBy(() -> both.unwrapSecret("webhook:W-2", wrapped)).isInstanceOf(UnfitMasterKeys.class);
    }

    @Test
    void areNotNone() {
        assertThatThrownBy(() -> MasterKeys.of(List.of()))
                .isInstanceOf(UnfitMasterKeys.class)
                .hasMessageContaining("There is none");
    }

    @ParameterizedTest
    @ValueSource(ints = {31, 33})
    void haveTheRightLength(int bytes) {
        assertThatThrownBy(
                        () -> MasterKeys.of(List.of("a:" + Base64.getEncoder().encodeToString(new byte[bytes]))))
                .isInstanceOf(UnfitMasterKeys.class)
                .hasMessage("Entry 1 has %d bytes, not 32".formatted(bytes));
    }

    @Test
    void areNotShownWhereTheyAreUnfit() {
        assertThatThrownBy(() -> MasterKeys.of(List.of("se*cret:c2VjcmV0")))
                .isInstanceOf(UnfitMasterKeys.class)
                .hasMessage("Entry 1 is not of the form name:base64");
        assertThatThrownBy(() -> MasterKeys.of(List.of(OLD, OLD))).hasMessage("The name 2025 occurs twice");
    }
}
