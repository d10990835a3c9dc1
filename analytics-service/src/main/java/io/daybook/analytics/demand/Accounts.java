package io.daybook.analytics.demand;

import java.util.HashMap;
import java.util.Map;

/**
 * The accounts of one partition, each once: figures share them, so one in a thousand panes has its names once. For the
 * writer alone.
 */
final class Accounts {

    private final Map<Account, Account> known = new HashMap<>();

    /** The account that stands for all that equal it. */
    Account shared(Account account) {
        Account first = known.putIfAbsent(account, account);
        return first == null ? account : first;
    }
}
