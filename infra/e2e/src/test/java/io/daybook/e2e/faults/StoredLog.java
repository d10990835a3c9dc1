package io.daybook.e2e.faults;

import java.util.List;

/**
 * All that the store has: the events in the order of their positions, the head, the receipts; and how many dead letters
 * there are.
 */
record StoredLog(List<StoredEvent> events, long head, List<StoredReceipt> receipts, long deadLetters) {}
