package io.daybook.bench.pricing;

import io.daybook.analytics.pricing.kernel.ElasticityFit;
import io.daybook.bench.Report;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** The parts of {@code bench pricing}. */
public final class PricingRounds {

    private final Report report;

    public PricingRounds(Report report) {
        this.report = report;
    }

    /** Everything: real elasticities, simulated markets, speed. */
    public void run(Path orangeJuice, long seed, boolean quick) {
        OrangeJuice.compare(orangeJuice, report);
        new MarketRounds(report, seed, quick ? 200 : 1_000).run();
        new ProposalRounds(report, quick ? 5 : 9, Duration.ofMillis(quick ? 400 : 1_000)).run();
    }

    /** The elasticities of a file, as CSV; what was left out of it is told after it. */
    public void elasticities(Path file) {
        Map<String, ElasticityFit> fits = ElasticityFile.ofGroups(file);
        report.line("group,elasticity,standard_error,n");
        fits.forEach((group, fit) -> report.line(
                "%s,%s,%s,%d".formatted(quoted(group), fit.elasticity(), fit.standardError(), fit.count())));
        long leftOut = fits.values().stream().mapToLong(ElasticityFit::leftOut).sum();
        if (leftOut > 0) {
            System.err.printf("Rows left out, as their price or quantity is missing or not above zero: %d%n", leftOut);
        }
    }

    private static String quoted(String group) {
        return group.matches("[^\",\r\n]*") ? group : '"' + group.replace("\"", "\"\"") + '"';
    }
}
