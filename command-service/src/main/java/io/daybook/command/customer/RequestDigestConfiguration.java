package io.daybook.command.customer;

import io.daybook.command.platform.RequestDigest;
import io.daybook.vault.KeyedDigest;
import io.daybook.vault.MasterKeys;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.function.SingletonSupplier;

/** Requests may carry personal data, so digests of them are made under a key of the vault. */
@Configuration(proxyBeanMethods = false)
class RequestDigestConfiguration {

    /** Filters are made with the web server, before the vault; the first request comes after both. */
    @Bean
    RequestDigest requestDigest(ObjectProvider<DataSource> dataSource, ObjectProvider<MasterKeys> masters) {
        Supplier<KeyedDigest> made =
                SingletonSupplier.of(() -> new KeyedDigest(dataSource.getObject(), masters.getObject(), "request"));
        return content -> made.get().of(content);
    }
}
