package io.daybook.command.pricing;

import java.security.SecureRandom;
import java.util.Base64;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The keys that quotes are signed with. */
@Configuration(proxyBeanMethods = false)
class QuoteConfiguration {

    private static final Logger logger = LoggerFactory.getLogger(QuoteConfiguration.class);
    private static final int SECRET_BYTES = 32;

    @Bean
    QuoteTokens quoteTokens(QuoteProperties properties) {
        String secret = properties.secret();
        if (secret == null || secret.isEmpty()) {
            logger.warn(
                    "daybook.quotes.secret is not set: quotes end with this process, and no other instance knows them");
            secret = randomSecret();
        }
        return new QuoteTokens(QuoteKeys.of(secret, properties.previousSecrets()));
    }

    private static String randomSecret() {
        byte[] secret = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(secret);
        return Base64.getEncoder().encodeToString(secret);
    }
}
