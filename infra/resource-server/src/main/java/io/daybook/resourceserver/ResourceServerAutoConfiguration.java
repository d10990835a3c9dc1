package io.daybook.resourceserver;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Objects;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.OAuth2ResourceServerAutoConfiguration;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.OAuth2ResourceServerProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.resource.OAuth2ResourceServerConfigurer.ProtectedResourceMetadataConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes a service that has an {@link EndpointTable} a resource server: bearer tokens and nothing else, no session, so
 * no CSRF either. The actuator is open on the management port, which is not the public one.
 */
@AutoConfiguration(before = OAuth2ResourceServerAutoConfiguration.class)
@ConditionalOnBean(EndpointTable.class)
@EnableConfigurationProperties({OAuth2ResourceServerProperties.class, ResourceServerProperties.class})
public class ResourceServerAutoConfiguration {

    @Bean
    JwtDecoder jwtDecoder(OAuth2ResourceServerProperties settings, ResourceServerProperties properties) {
        JwtDecoder checks = TokenChecks.decoder(settings.getJwt(), properties.clockSkew());
        return new RememberedTokens(checks, properties.rememberTokens(), Clock.systemUTC());
    }

    @Bean
    EndpointGuard endpointGuard(EndpointTable table) {
        return new EndpointGuard(table);
    }

    @Bean
    AccessProblems accessProblems(EndpointGuard guard, JsonMapper json) {
        return new AccessProblems(guard, json);
    }

    /** Matches on the management port only, as long as that is not the public one. */
    @Bean
    @Order(1)
    SecurityFilterChain managementPort(HttpSecurity http) {
        return stateless(http)
                .securityMatcher(EndpointRequest.toAnyEndpoint())
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain publicPort(
            HttpSecurity http, EndpointGuard guard, AccessProblems problems, OAuth2ResourceServerProperties settings) {
        return stateless(http)
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
                        .permitAll()
                        .anyRequest()
                        .access(guard))
                .oauth2ResourceServer(server -> server.jwt(Customizer.withDefaults())
                        .bearerTokenResolver(new PlainTokens())
                        .authenticationEntryPoint(problems)
                        .accessDeniedHandler(problems)
                        .protectedResourceMetadata(issuerOf(settings))
                        .withObjectPostProcessor(tellFailuresBy(problems)))
                .build();
    }

    /** Identifiers may have a slash or a per cent sign in them, encoded; every other oddity stays refused. */
    @Bean
    HttpFirewall encodedIdentifiers() {
        StrictHttpFirewall firewall = new StrictHttpFirewall();
        firewall.setAllowUrlEncodedSlash(true);
        firewall.setAllowUrlEncodedPercent(true);
        return firewall;
    }

    /**
     * An observation of each of a dozen filters, twice a request, costs more than the filters and tells nobody
     * anything.
     */
    @Bean
    SecurityObservationSettings securityObservations() {
        return SecurityObservationSettings.noObservations();
    }

    private static HttpSecurity stateless(HttpSecurity http) {
        return http.sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .headers(headers -> headers.xssProtection(HeadersConfigurer.XXssConfig::disable)
                        .cacheControl(HeadersConfigurer.CacheControlConfig::disable)
                        .addHeaderWriter(ResourceServerAutoConfiguration::forbidStoring));
    }

    /** In one line: HTTP/1.0 caches and their {@code Pragma} and {@code Expires} are gone. */
    private static void forbidStoring(HttpServletRequest request, HttpServletResponse response) {
        if (!response.containsHeader(HttpHeaders.CACHE_CONTROL)) {
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        }
    }

    /** The challenge of a 401 points to these metadata (RFC 9728), and they to where tokens come from. */
    private static Customizer<ProtectedResourceMetadataConfigurer> issuerOf(OAuth2ResourceServerProperties settings) {
        String issuer = Objects.requireNonNull(settings.getJwt().getIssuerUri(), "issuer-uri");
        return metadata -> metadata.protectedResourceMetadataCustomizer(
                resource -> resource.authorizationServer(issuer).tlsClientCertificateBoundAccessTokens(false));
    }

    private static ObjectPostProcessor<BearerTokenAuthenticationFilter> tellFailuresBy(AccessProblems problems) {
        return new ObjectPostProcessor<>() {
            @Override
            public <O extends BearerTokenAuthenticationFilter> O postProcess(O filter) {
                filter.setAuthenticationFailureHandler(problems);
                return filter;
            }
        };
    }
}
