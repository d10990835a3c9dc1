package io.daybook.api.customer.query;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.daybook.api.customer.PersonalData;
import org.jspecify.annotations.Nullable;

/**
 * A customer with the personal data, opened for this answer.
 *
 * @param personalData null once the key is destroyed
 */
public record CustomerDetailView(
        @JsonUnwrapped CustomerView customer, @Nullable PersonalData personalData) {}
