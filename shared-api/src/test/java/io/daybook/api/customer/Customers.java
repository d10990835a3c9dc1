package io.daybook.api.customer;

import io.daybook.api.customer.command.EraseCustomer;
import io.daybook.api.customer.command.RegisterCustomer;
import io.daybook.api.customer.command.ReviseCustomer;
import io.daybook.api.customer.event.CustomerErased;
import io.daybook.api.customer.event.CustomerRegistered;
import io.daybook.api.customer.event.CustomerRevised;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;

/** Messages about one customer, with defaults. The data looks sealed, and was never anything. */
public final class Customers {

    public static final String ID = "17850";
    public static final Instant TIME = Instant.parse("2010-12-01T08:26:00Z");
    public static final ErasureReason REASON = ErasureReason.REQUESTED_BY_CUSTOMER;

    private Customers() {}

    /** What a content may look like when it is sealed for the so-many-th time. */
    public static SealedData sealed(String content, int time) {
        return new SealedData(1, bytes("", 12), bytes(content + time, 144), bytes(content, 32));
    }

    public static RegisterCustomer register(SealedData sealed) {
        return new RegisterCustomer(ID, sealed, TIME);
    }

    public static ReviseCustomer revise(SealedData sealed) {
        return new ReviseCustomer(ID, sealed, TIME);
    }

    public static EraseCustomer erase() {
        return new EraseCustomer(ID, REASON, TIME);
    }

    public static CustomerRegistered registered(SealedData sealed) {
        return new CustomerRegistered(ID, sealed, TIME);
    }

    public static CustomerRevised revised(SealedData sealed) {
        return new CustomerRevised(ID, sealed, TIME);
    }

    public static CustomerErased erased() {
        return new CustomerErased(ID, REASON.name(), TIME);
    }

    private static String bytes(String content, int length) {
        return Base64.getEncoder().encodeToString(Arrays.copyOf(content.getBytes(StandardCharsets.UTF_8), length));
    }
}
