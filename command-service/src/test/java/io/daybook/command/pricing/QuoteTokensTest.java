package io.daybook.command.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import io.daybook.api.pricing.command.Quote;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuoteTokensTest {

    private static final String SECRET = "a secret of thirty-two characters";
    private static final String NEXT_SECRET = "the one that comes after the first";
    private static final Instant NOW = Instant.parse("2010-12-01T08:26:00Z");

    private final QuoteTokens tokens = new QuoteTokens(QuoteKeys.of(SECRET, List.of()));

    @Test
    void saysWhatWasQuoted() {
        Quote quote = quote(tokens);

        assertThat(tokens.read(quote.token())).contains(quote);
        assertThat(quote.expiresAt()).isEqualTo(NOW.plusSeconds(900));
    }

    @Test
    void isReadByEveryInstanceWithTheSameSecret() {
        assertThat(new QuoteTokens(QuoteKeys.of(SECRET, List.of()))
                        .read(quote(tokens).token()))
                .isPresent();
        assertThat(new QuoteTokens(QuoteKeys.of(NEXT_SECRET, List.of()))
                        .read(quote(tokens).token()))
                .isEmpty();
    }

    @Test
    void outlivesARotationOfTheSecretAndNotTwo() {
        Quote old = quote(tokens);
        QuoteTokens rotated = new QuoteTokens(QuoteKeys.of(NEXT_SECRET, List.of(SECRET)));

        assertThat(rotated.read(old.token())).contains(old);
        assertThat(tokens.read(quote(rotated).token()))
                .as("signed with the new one")
                .isEmpty();
        assertThat(new QuoteTokens(QuoteKeys.of("and one more after the second one", List.of(NEXT_SECRET)))
                        .read(old.token()))
                .isEmpty();
    }

    @Test
    void isRefusedWhereAnyOfItsCharactersIsAnother() {
        String token = quote(tokens).token();
        for (int index = 0; index < token.length(); index++) {
            char other = token.charAt(index) == 'A' ? 'Q' : 'A';
            String forged = token.substring(0, index) + other + token.substring(index + 1);
            assertThat(tokens.read(forged)).as(forged).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "a.b.c", "e30.e30.", "nonsense"})
    void isRefusedWhereItIsNoToken(String token) {
        assertThat(tokens.read(token)).isEmpty();
    }

    @Test
    void isRefusedWhereItIsTooLong() {
        assertThat(tokens.read(quote(tokens).token() + "A".repeat(2_000))).isEmpty();
    }

    @Test
    void isRefusedUnsignedOrAsATokenOfAnotherType() throws ParseException, JOSEException {
        JWTClaimsSet claims = SignedJWT.parse(quote(tokens).token()).getJWTClaimsSet();
        assertThat(tokens.read(new PlainJWT(claims).serialize())).isEmpty();
        SignedJWT access = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256)
                        .type(JOSEObjectType.JWT)
                        .build(),
                claims);
        access.sign(new MACSigner(SECRET.getBytes(StandardCharsets.UTF_8)));
        assertThat(tokens.read(access.serialize())).isEmpty();
    }

    @Test
    void needsASecretThatIsLongEnough() {
        String shortest = "x".repeat(32);
        assertThat(QuoteKeys.of(shortest, List.of()).keys()).hasSize(1);
        assertThatIllegalArgumentException().isThrownBy(() -> QuoteKeys.of("x".repeat(31), List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> QuoteKeys.of(shortest, List.of("short")));
    }

    private static Quote quote(QuoteTokens tokens) {
        return tokens.sign("Q-1", "85123A", new BigDecimal("2.55"), "GBP", 3, NOW, NOW.plusSeconds(900));
    }
}
