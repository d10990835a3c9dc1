package io.daybook.analytics.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.daybook.analytics.RunningService;
import io.daybook.analytics.demand.ServiceProcess;
import io.daybook.analytics.platform.courier.StandIn;
import io.daybook.analytics.pricing.kernel.DemandTuning;
import io.daybook.analytics.pricing.kernel.DeskSettings;
import io.daybook.analytics.pricing.kernel.PricingReceipt;
import io.daybook.local.LoopbackPorts;
import io.daybook.testing.TestKafka;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two instances, of which the one that decides is killed in the middle of a proposal: none is lost, and none is another
 * one the second time.
 */
class PricingKillIT {

    private static final String BROKER = TestKafka.shared().bootstrapServers();
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final DeskSettings HOURLY =
            new DeskSettings(Duration.ofHours(1), Duration.ofHours(1), DemandTuning.STANDARD);
    private static final List<String> SKUS = List.of("MUG", "CUP", "JUG", "POT", "TIN");

    @TempDir
    private Path folder;

    private final StandIn commands = new StandIn();
    private final int one = LoopbackPorts.anyFree();
    private final int other = LoopbackPorts.anyFree();
    private int hours;

    @Test
    void losesAndDoublesNoProposal() {
        try (PricedShop shop = new PricedShop(BROKER);
                commands) {
            SKUS.forEach(sku -> shop.offer(sku, "AUTOMATIC"));
            shop.flush();
            try (ServiceProcess first = start(shop, "one", one)) {
                await().atMost(PATIENCE).until(() -> decides(one));
                try (ServiceProcess _ = start(shop, "other", other)) {
                    await().atMost(PATIENCE).until(() -> answers(other));
                    trade(shop, 40);
                    await().atMost(PATIENCE).until(() -> commands.requests().size() > 20);
                    trade(shop, 40);
                    first.kill();
                    trade(shop, 40);
                    Set<String> expected = keys(shop.replayed(HOURLY));
                    assertThat(expected).hasSizeGreaterThan(100);
                    await().atMost(PATIENCE)
                            .untilAsserted(() ->
                                    assertThat(new TreeSet<>(commands.keys())).containsAll(expected));
                    assertThat(new TreeSet<>(commands.keys())).isEqualTo(expected);
                    assertThat(bodiesByKey().values())
                            .allSatisfy(bodies -> assertThat(bodies).hasSize(1));
                }
            }
        }
    }

    private void trade(PricedShop shop, int more) {
        for (int hour = 0; hour < more; hour++, hours++) {
            for (String sku : SKUS) {
                shop.sell(sku, hours * 60L, 1 + hours % 3);
            }
        }
        shop.flush();
    }

    private static Set<String> keys(List<PricingReceipt> receipts) {
        Proposals proposals = new Proposals();
        return receipts.stream()
                .filter(PricingReceipt::isProposed)
                .map(receipt -> proposals.key(receipt))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Map<String, Set<String>> bodiesByKey() {
        Map<String, Set<String>> bodies = new TreeMap<>();
        for (StandIn.Request request : commands.requests()) {
            bodies.computeIfAbsent(request.key(), _ -> new TreeSet<>()).add(request.body());
        }
        return bodies;
    }

    private static boolean decides(int port) {
        try {
            return RunningService.ask(port, "POST", "/parts/positions/pricing")
                            .json()
                            .at("/applied")
                            .size()
                    == 1;
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    private static boolean answers(int port) {
        try {
            return RunningService.ask(port, "GET", "/pricing/MUG").status() == 200;
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    private ServiceProcess start(PricedShop shop, String instance, int port) {
        List<String> arguments = new ArrayList<>(
                RunningService.arguments(BROKER, shop.topic(), shop.topic(), folder.resolve(instance), port));
        arguments.remove("--daybook.analytics.pricing.enabled=false");
        arguments.addAll(commands.arguments(folder));
        arguments.add("--daybook.analytics.instance-id=" + instance);
        arguments.add("--daybook.analytics.pricing.enabled=true");
        return ServiceProcess.start(arguments, port, Path.of("target", "pricing-kill-" + instance + ".log"));
    }
}
