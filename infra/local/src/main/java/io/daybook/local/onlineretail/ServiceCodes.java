package io.daybook.local.onlineretail;

import java.util.Set;

/**
 * The stock codes of the file that are no goods: postage, carriage, discounts, fees, vouchers. Nothing of them is in
 * stock.
 */
final class ServiceCodes {

    private static final Set<String> CODES =
            Set.of("POST", "DOT", "C2", "D", "M", "m", "S", "B", "BANK CHARGES", "AMAZONFEE", "CRUK", "PADS");

    private ServiceCodes() {}

    static boolean contains(String sku) {
        return CODES.contains(sku) || sku.startsWith("gift_");
    }
}
