package io.daybook.api.customer;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.daybook.api.Require;
import org.jspecify.annotations.Nullable;

/**
 * All that tells who a customer is. It exists in memory only: whatever is sent, stored or logged carries
 * {@link SealedData}. Its JSON is what is sealed, so it stays readable for ever, as an event does.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PersonalData(
        String name, String email, @Nullable PostalAddress address) {

    public PersonalData {
        name = Require.text(name, "name");
        email = EmailAddress.of(email, "email").value();
    }

    /** Without the data, which is nobody's business in a log. */
    @Override
    public String toString() {
        return "PersonalData[…]";
    }
}
