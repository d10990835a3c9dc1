package io.daybook.local.demo;

import io.daybook.local.traffic.Patience;
import io.daybook.local.traffic.ProgressLine;
import io.daybook.local.traffic.RequestSender;
import io.daybook.local.traffic.Services;
import io.daybook.local.traffic.Settlement;
import io.daybook.local.traffic.ShopRequest;
import io.daybook.local.traffic.ShopRequests;
import io.daybook.local.traffic.Standing;
import io.daybook.local.traffic.StandingReader;
import io.daybook.local.traffic.Tally;
import io.daybook.local.traffic.Trade;
import io.daybook.local.traffic.VisitSender;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A few hundred products and four weeks of simulated orders, played through the public command side of running
 * services. All of it has fixed ids and times: opening the shop again changes nothing.
 */
public final class SimulatedShop {

    private static final String CURRENCY = "GBP";
    private static final int IN_FLIGHT = 32;
    private static final long FIRST_LOT = 500;
    private static final Duration NOTHING_MOVES = Duration.ofMinutes(1);

    private final ShopRequests requests = new ShopRequests(CURRENCY);
    private final Assortment assortment = new Assortment();
    private final PriceHistory prices = new PriceHistory();
    private final List<Trade> orders = new SimulatedOrders(assortment.goods(), prices).orders();
    private final AfterSales afterSales = new AfterSales(requests, orders);
    private final Services services;
    private final ProgressLine out;

    public SimulatedShop(Services services, PrintWriter out) {
        this.services = services;
        this.out = new ProgressLine(out);
    }

    /** Plays the four weeks; returns whether everything was taken and every service has caught up. */
    public boolean open() throws InterruptedException {
        long start = System.nanoTime();
        out.say("Opening a simulated shop: %d products, %d orders of four made-up weeks."
                .formatted(assortment.everything().size(), orders.size() + 2));
        try (RequestSender sender =
                        new RequestSender(services.command(), services.tokens(), IN_FLIGHT, Patience.USUAL);
                StandingReader reader = new StandingReader(services)) {
            for (List<ShopRequest> phase : phasesOfTrade()) {
                sender.send(phase).await();
            }
            settle(reader);
            for (List<ShopRequest> phase : phasesAfterwards()) {
                sender.send(phase).await();
            }
            boolean settled = settle(reader);
            boolean visited = sender.tally().total().written() == 0 || visit();
            tell(sender.tally(), reader.read(), (System.nanoTime() - start) / 1e9);
            return settled && visited && sender.tally().total().refused() == 0;
        }
    }

    /** What to try on the shop. */
    public DemoGuide guide() {
        return new DemoGuide(services, orders.getFirst(), afterSales.returned(), afterSales.cancelled());
    }

    private List<List<ShopRequest>> phasesOfTrade() {
        List<ShopRequest> placed =
                new ArrayList<>(orders.stream().map(requests::order).toList());
        placed.add(requests.order(BellStory.orderThatGetsThem()));
        return List.of(
                assortment.everything().stream()
                        .map(product ->
                                requests.register(product.sku(), product.name(), product.stocked(), product.category()))
                        .toList(),
                opening(),
                prices.changes(assortment.goods()).stream()
                        .map(change -> requests.listPrice(
                                change.product().sku(), change.price(), Calendar.startOf(change.from())))
                        .toList(),
                placed);
    }

    private List<ShopRequest> opening() {
        List<ShopRequest> opening = new ArrayList<>();
        for (Product product : assortment.everything()) {
            opening.add(requests.listPrice(product.sku(), product.price(), Calendar.startOf(Calendar.FIRST_DAY)));
            if (product.stocked()) {
                long lot = product.equals(Assortment.BELL) ? BellStory.BELLS : FIRST_LOT;
                opening.add(requests.receipt(
                        product.sku(), product.sku() + "/opening", lot, Calendar.startOf(Calendar.FIRST_DAY)));
            }
        }
        return opening;
    }

    private List<List<ShopRequest>> phasesAfterwards() {
        return List.of(
                List.of(requests.order(BellStory.orderThatIsRejected())),
                afterSales.payments(),
                afterSales.shipments(),
                afterSales.returns(),
                List.of(afterSales.cancellation()));
    }

    /** Who ordered has looked around before, and others only did that. Not again when the shop was open already. */
    private boolean visit() throws InterruptedException {
        try {
            List<String> visits = new SimulatedVisits(assortment.goods()).lines(orders);
            out.say("%,d looks, searches and things put into carts by visitors."
                    .formatted(new VisitSender(services).send(visits)));
            return true;
        } catch (IOException e) {
            out.say(String.valueOf(e.getMessage()));
            return false;
        }
    }

    private boolean settle(StandingReader reader) throws InterruptedException {
        return new Settlement(reader, NOTHING_MOVES)
                .await(standing -> out.draw("%,d events  fulfilment %s  read side %s  analytics %s"
                        .formatted(
                                standing.head(),
                                Standing.words(standing.commandLag()),
                                Standing.words(standing.queryLag()),
                                Standing.words(standing.analyticsLag()))))
                .settled();
    }

    private void tell(Tally tally, Standing standing, double seconds) {
        Tally.Count all = tally.total();
        out.say(
                "%,d requests in %.1f s: %,d changed something, %,d were known already, %,d refused. %,d events in the log."
                        .formatted(
                                all.requests(),
                                seconds,
                                all.written(),
                                all.unchanged(),
                                all.refused(),
                                standing.head()));
        tally.refusals().stream()
                .limit(10)
                .forEach(refusal -> out.say("  %s %s: %s %s"
                        .formatted(
                                refusal.kind().label(),
                                refusal.subject(),
                                refusal.why().code(),
                                refusal.why().detail())));
    }
}
