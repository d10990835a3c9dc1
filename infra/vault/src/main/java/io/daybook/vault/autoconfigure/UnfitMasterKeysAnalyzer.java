package io.daybook.vault.autoconfigure;

import io.daybook.vault.UnfitMasterKeys;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in plain words why an application does not start without its master keys. */
class UnfitMasterKeysAnalyzer extends AbstractFailureAnalyzer<UnfitMasterKeys> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, UnfitMasterKeys cause) {
        return new FailureAnalysis(
                "The master keys of the customers' data, daybook.customers.master-keys, are not fit. "
                        + cause.getMessage(),
                "Set it (or the environment variable DAYBOOK_CUSTOMERS_MASTERKEYS) to name:base64 of 32 random bytes, the"
                        + " current key first, keys that still wrap something after it, separated by commas.",
                cause);
    }
}
