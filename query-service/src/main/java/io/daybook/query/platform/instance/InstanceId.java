package io.daybook.query.platform.instance;

import java.lang.management.ManagementFactory;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;

/**
 * What this instance is called among the others: the owner of its segments; process, host, and something that no other
 * has.
 */
public record InstanceId(String text) {

    static InstanceId ofThisProcess() {
        String process = ManagementFactory.getRuntimeMXBean().getName();
        return new InstanceId(process + "-"
                + HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt()));
    }
}
