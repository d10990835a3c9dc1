package io.daybook.api.customer.query;

import io.daybook.api.PageRequest;
import org.jspecify.annotations.Nullable;

/** Asks for a page of customers by id, without their personal data; of one status where it is given. */
public record FindCustomers(@Nullable CustomerStatus status, PageRequest page) {}
