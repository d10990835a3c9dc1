package io.daybook.resourceserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.server.resource.web.DefaultBearerTokenResolver;

class PlainTokensTest {

    private final PlainTokens tokens = new PlainTokens();

    @ParameterizedTest
    @ValueSource(strings = {"Bearer a.b-c_D~E+F/09", "bearer abc", "Bearer abc==", "Basic abc"})
    void findsWhatSpringsResolverFinds(String header) {
        assertThat(tokens.resolve(with(header))).isEqualTo(new DefaultBearerTokenResolver().resolve(with(header)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer ", "Bearer a b", "Bearer a,b", "Bearer ä"})
    void refusesWhatIsNoToken(String header) {
        assertThatThrownBy(() -> tokens.resolve(with(header))).isInstanceOf(OAuth2AuthenticationException.class);
    }

    @Test
    void findsNothingWhereNothingIsSent() {
        assertThat(tokens.resolve(new MockHttpServletRequest())).isNull();
    }

    private static MockHttpServletRequest with(String header) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.addHeader("Authorization", header);
        return request;
    }
}
