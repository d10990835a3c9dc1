package io.daybook.authorization;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.web.SecurityFilterChain;

/**
 * Three endpoints: tokens, the keys to check them with, and the metadata that names both (RFC 8414). All else is
 * closed.
 */
@Configuration(proxyBeanMethods = false)
class AuthorizationConfiguration {

    @Bean
    @Order(1)
    SecurityFilterChain tokensAndKeys(HttpSecurity http) {
        return stateless(http)
                .securityMatcher("/oauth2/token", "/oauth2/jwks", "/.well-known/oauth-authorization-server")
                .oauth2AuthorizationServer(
                        server -> server.tokenEndpoint(token -> token.accessTokenRequestConverters(converters -> {
                            converters.clear();
                            converters.add(new AllScopesByDefault());
                        })))
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain nothingElse(HttpSecurity http) {
        return stateless(http)
                .authorizeHttpRequests(requests -> requests.anyRequest().denyAll())
                .build();
    }

    /** At start, not at the first token: whoever wants that one has to find the secret first. */
    @Bean
    @Lazy(false)
    RegisteredClientRepository clients(AuthorizationProperties properties) {
        return Clients.registered(properties, new PrivateFolder(properties.folder()));
    }

    @Bean
    PasswordEncoder secrets() {
        return Clients.secrets();
    }

    @Bean
    OAuth2AuthorizationService noMemory() {
        return new NoMemory();
    }

    @Bean
    JWKSource<SecurityContext> signingKey(AuthorizationProperties properties) {
        return new ImmutableJWKSet<>(new JWKSet(SigningKey.keptIn(new PrivateFolder(properties.folder()))));
    }

    @Bean
    AuthorizationServerSettings settings(AuthorizationProperties properties) {
        return AuthorizationServerSettings.builder().issuer(properties.issuer()).build();
    }

    /** The audience is the API, not the client; the scopes are one string (RFC 9068, section 2.2.3). */
    @Bean
    OAuth2TokenCustomizer<JwtEncodingContext> forTheServices(AuthorizationProperties properties) {
        return token -> token.getClaims()
                .audience(List.of(properties.audience()))
                .claim(OAuth2ParameterNames.SCOPE, String.join(" ", token.getAuthorizedScopes()));
    }

    private static HttpSecurity stateless(HttpSecurity http) {
        return http.sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable);
    }
}
