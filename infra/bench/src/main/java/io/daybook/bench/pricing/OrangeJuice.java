package io.daybook.bench.pricing;

import io.daybook.analytics.pricing.kernel.ElasticityFit;
import io.daybook.bench.Report;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Holds the elasticities of Dominick's orange juice against those that are known (Taddy 2019, Business Data Science).
 */
final class OrangeJuice {

    private record Known(String brand, String name, double elasticity) {}

    private static final List<Known> KNOWN = List.of(
            new Known("1", "Tropicana", -2.7117),
            new Known("5", "Minute Maid", -3.3210),
            new Known("10", "Dominick's", -3.3775));

    private OrangeJuice() {}

    static void compare(Path file, Report report) {
        report.heading("Elasticities of Dominick's orange juice, learned row by row");
        if (!Files.isRegularFile(file)) {
            report.line("  left out: there is no " + file + "; say where it is with --orange-juice FILE");
            return;
        }
        Map<String, ElasticityFit> fits = ElasticityFile.ofOrangeJuice(file);
        double worst = 0;
        for (Known known : KNOWN) {
            ElasticityFit fit = fits.get(known.brand());
            if (fit == null) {
                throw new IllegalArgumentException(file + " has no rows of brand " + known.brand());
            }
            double error = Math.abs(fit.elasticity() / known.elasticity() - 1);
            worst = Math.max(worst, error);
            report.line(String.format(
                    Locale.ROOT,
                    "  %-12s %9.4f ± %.4f from %,d rows; known: %.4f",
                    known.name(),
                    fit.elasticity(),
                    fit.standardError(),
                    fit.count(),
                    known.elasticity()));
        }
        report.note("oj_max_relative_error", worst);
        report.line(String.format(Locale.ROOT, "  %-36s %9.2e   goal 0.02", "oj_max_relative_error", worst));
    }
}
