package io.daybook.analytics.pricing.kernel;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A receipt as named texts: amounts as decimals, other numbers as the shortest decimal that reads back as the same
 * bits, several that belong together parted by spaces, {@code -} for what is not there.
 */
final class ReceiptFormat {

    private static final String NONE = "-";

    private ReceiptFormat() {}

    static Map<String, String> write(PricingReceipt receipt) {
        PricingInputs inputs = receipt.inputs();
        Map<String, String> figures = new LinkedHashMap<>();
        figures.put("version", PricingKernel.VERSION);
        figures.put("formula", PricingKernel.FORMULA);
        figures.put("sku", inputs.sku());
        figures.put("position", Long.toString(inputs.position()));
        figures.put("at", inputs.at().toString());
        PriceNow price = inputs.price();
        figures.put("price", joined(amount(price.amount()), price.version(), price.since()));
        figures.put("guardrails", guardrails(inputs.guardrails()));
        Strategy strategy = inputs.strategy();
        figures.put(
                "strategy", joined(strategy.mode(), strategy.objective(), strategy.exploration(), strategy.notable()));
        figures.put("experiment", strategy.experiment());
        figures.put("control", Double.toString(strategy.controlShare()));
        figures.put("cost", amount(inputs.cost()));
        DemandEstimate estimate = inputs.estimate();
        figures.put(
                "demand", joined(estimate.reference(), estimate.level(), estimate.elasticity(), estimate.curvature()));
        figures.put("demand.covariance", covariance(estimate));
        figures.put(
                "category", joined(inputs.category().mean(), inputs.category().variance()));
        StockOutlook stock = inputs.stock();
        figures.put("stock", stock == null ? NONE : joined(stock.pieces(), stock.exposure(), stock.worth()));
        SourceState source = inputs.source();
        figures.put("source", joined(source.expected(), source.seen(), source.skipped()));
        Evidence evidence = inputs.evidence();
        figures.put("window", joined(evidence.from(), evidence.until(), evidence.exposed(), evidence.sold()));
        figures.put("positions", joined(evidence.firstPosition(), evidence.lastPosition()));
        PricingDecision decision = receipt.decision();
        figures.put("decision", joined(decision.verdict(), amount(decision.price())));
        figures.put(
                "decision.by",
                joined(amount(decision.best()), decision.gain(), decision.elasticity(), decision.elasticityError()));
        return figures;
    }

    static PricingReceipt read(Map<String, String> figures) {
        Figure price = Figure.of(figures, "price");
        Figure strategy = Figure.of(figures, "strategy");
        Figure category = Figure.of(figures, "category");
        Figure source = Figure.of(figures, "source");
        Figure window = Figure.of(figures, "window");
        Figure positions = Figure.of(figures, "positions");
        Figure decision = Figure.of(figures, "decision");
        Figure by = Figure.of(figures, "decision.by");
        if (!Figure.text(figures, "version").equals(PricingKernel.VERSION)) {
            throw new IllegalArgumentException("a receipt of another version: " + figures.get("version"));
        }
        PricingInputs inputs = new PricingInputs(
                Figure.text(figures, "sku"),
                Figure.of(figures, "position").integer(),
                Figure.of(figures, "at").instant(),
                new PriceNow(price.amount(), price.integer(), price.instant()),
                guardrails(Figure.of(figures, "guardrails")),
                new Strategy(
                        Mode.valueOf(strategy.next()),
                        Objective.valueOf(strategy.next()),
                        Exploration.valueOf(strategy.next()),
                        strategy.number(),
                        Figure.text(figures, "experiment"),
                        Figure.of(figures, "control").number()),
                Figure.of(figures, "cost").amount(),
                estimate(Figure.of(figures, "demand"), Figure.of(figures, "demand.covariance")),
                new CategoryPrior(category.number(), category.number()),
                Figure.text(figures, "stock").equals(NONE) ? null : stock(Figure.of(figures, "stock")),
                new SourceState(source.number(), source.integer(), source.integer()),
                new Evidence(
                        window.instant(),
                        window.instant(),
                        positions.integer(),
                        positions.integer(),
                        window.number(),
                        window.number()));
        return new PricingReceipt(
                inputs,
                new PricingDecision(
                        Verdict.valueOf(decision.next()),
                        decision.amount(),
                        by.amount(),
                        by.number(),
                        by.number(),
                        by.number()));
    }

    private static String guardrails(Guardrails guardrails) {
        return joined(
                amount(guardrails.floor()),
                amount(guardrails.ceiling()),
                guardrails.largestStep() == null ? NONE : amount(guardrails.largestStep()),
                guardrails.minimumInterval(),
                guardrails.ending() == null ? NONE : guardrails.ending());
    }

    private static Guardrails guardrails(Figure fields) {
        long floor = fields.amount();
        long ceiling = fields.amount();
        String step = fields.next();
        Duration interval = Duration.parse(fields.next());
        String ending = fields.next();
        return new Guardrails(
                floor,
                ceiling,
                step.equals(NONE) ? null : Figure.amount(step),
                interval,
                ending.equals(NONE) ? null : ending);
    }

    private static String covariance(DemandEstimate estimate) {
        return joined(
                estimate.levelVariance(),
                estimate.elasticityVariance(),
                estimate.curvatureVariance(),
                estimate.levelElasticity(),
                estimate.levelCurvature(),
                estimate.elasticityCurvature());
    }

    private static DemandEstimate estimate(Figure means, Figure covariance) {
        return new DemandEstimate(
                means.number(),
                means.number(),
                means.number(),
                means.number(),
                covariance.number(),
                covariance.number(),
                covariance.number(),
                covariance.number(),
                covariance.number(),
                covariance.number());
    }

    private static StockOutlook stock(Figure fields) {
        return new StockOutlook(fields.number(), fields.number(), fields.number());
    }

    private static String joined(Object... values) {
        StringBuilder text = new StringBuilder();
        for (Object value : values) {
            text.append(text.isEmpty() ? "" : " ").append(value);
        }
        return text.toString();
    }

    private static String amount(long amount) {
        BigDecimal decimal = BigDecimal.valueOf(amount, 4).stripTrailingZeros();
        return (decimal.scale() < 2 ? decimal.setScale(2, RoundingMode.UNNECESSARY) : decimal).toPlainString();
    }
}
