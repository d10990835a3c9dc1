package io.daybook.e2e.faults;

/** A receipt as the store has it; its position is 0 where the request has no event. */
record StoredReceipt(String key, long position) {}
