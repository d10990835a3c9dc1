package io.daybook.api.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.api.InvalidValue;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {

    @ParameterizedTest
    @CsvSource({
        "ann@example.com, ann@example.com",
        "Ann@EXAMPLE.com, ann@example.com",
        "ANN+books@Example.Com, ann+books@example.com",
        "a.n.n@example.com, a.n.n@example.com",
        "zoe@Bücher.example, zoe@xn--bcher-kva.example",
        "zoe@XN--BCHER-KVA.example, zoe@xn--bcher-kva.example",
        "Zoe\u0308@example.com, zo\u00eb@example.com"
    })
    void comparesByItsCanonicalForm(String written, String canonical) {
        assertThat(EmailAddress.of(written, "email").canonical()).isEqualTo(canonical);
    }

    @Test
    void isKeptAsItWasWritten() {
        assertThat(EmailAddress.of("  Ann@Example.COM ", "email").value()).isEqualTo("Ann@Example.COM");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ann",
                "@example.com",
                "ann@",
                "ann@localhost",
                "ann@example.com.",
                "ann@.com",
                "ann@exa mple.com",
                "ann lee@example.com",
                "ann@lee@example.com",
                "ann@exam_ple.com",
                "ann\u00a0@example.com"
            })
    void isRefusedWithoutAnEcho(String text) {
        assertThatThrownBy(() -> EmailAddress.of(text, "email"))
                .isInstanceOf(InvalidValue.class)
                .hasMessage("must be an e-mail address such as name@example.com");
    }

    @ParameterizedTest
    @CsvSource({"63, true", "64, true", "65, false"})
    void hasALocalPartOf64BytesAtMost(int bytes, boolean fits) {
        assertThat(fits("a".repeat(bytes) + "@example.com")).isEqualTo(fits);
    }

    @ParameterizedTest
    @CsvSource({"253, true", "254, true", "255, false"})
    void has254BytesAtMost(int bytes, boolean fits) {
        String domain = ("b".repeat(60) + ".").repeat(4);
        String address = "a@" + domain;

        assertThat(fits(address + "c".repeat(bytes - address.length()))).isEqualTo(fits);
    }

    private static boolean fits(String address) {
        try {
            return EmailAddress.of(address, "email").value().equals(address);
        } catch (InvalidValue _) {
            return false;
        }
    }

    @Test
    void isShownInNoLog() {
        PostalAddress address = new PostalAddress(List.of("7 Long Lane"), null, "London", "UK");
        PersonalData data = new PersonalData("Ann Lee", "ann@example.com", address);

        assertThat(data + " " + EmailAddress.of(data.email(), "email") + " " + address)
                .doesNotContain("Ann", "ann", "Lane", "London");
    }
}
